package io.fluxrun.boundary.airlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.Caller;
import com.rabbitmq.client.impl.AMQConnection;
import com.rabbitmq.client.impl.ChannelN;
import com.rabbitmq.client.impl.ConnectionParams;
import com.rabbitmq.client.impl.ConsumerWorkService;
import com.rabbitmq.client.impl.Frame;
import com.rabbitmq.client.impl.FrameHandler;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Scope;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** Real clients that were connected before the replay: nothing of a call gets out. */
@Timeout(60)
class RealClientsTests {
    private static final String SECRET = "real-money";

    private final ReplayInMemory replay = new ReplayInMemory(List.of(), new HttpKey());
    private final List<Byte> received = new CopyOnWriteArrayList<>();
    private ServerSocket witness;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void listen() throws Exception {
        witness = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws Exception {
        witness.close();
        assertThat(HookFailures.counts()).isEmpty();
    }

    static Stream<ClientCatalogue.Row> rowsOfRealClients() {
        return ClientCatalogue.rows().stream()
                .filter(row -> Stream.of(
                                "jedis",
                                "lettuce",
                                "kafka",
                                "rabbitmq",
                                "org.apache.activemq.Active",
                                "angus",
                                "jakarta.mail",
                                "io.grpc",
                                "com.mongodb.client",
                                "com.mongodb.internal",
                                "io.netty",
                                "client5",
                                "okhttp3")
                        .anyMatch(row.type()::contains))
                .filter(row -> !row.type().contains("DelegateOperationExecutor"));
    }

    @ParameterizedTest
    @MethodSource("rowsOfRealClients")
    void theCatalogueNamesMethodsThatAreThere(ClientCatalogue.Row row) throws Exception {
        var type = Class.forName(row.type(), false, getClass().getClassLoader());
        assertThat(Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> !Modifier.isAbstract(method.getModifiers()))
                        .map(method -> method.getName()))
                .containsAll(row.methods());
    }

    @Test
    void jedis() throws Exception {
        var config = DefaultJedisClientConfig.builder()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .build();
        try (var jedis = new Jedis(new HostAndPort("127.0.0.1", witness.getLocalPort()), config)) {
            jedis.connect();
            var accepted = witness.accept();
            blocked("Redis command (Jedis)", () -> jedis.set("order", SECRET));
            accepted.getOutputStream().write("+PONG\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(jedis.ping()).isEqualTo("PONG");
            assertThat(new String(accepted.getInputStream().readNBytes(4), StandardCharsets.UTF_8))
                    .as("the first bytes of all")
                    .isEqualTo("*1\r\n");
        }
    }

    @Test
    void lettuce() throws Exception {
        var client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .protocolVersion(ProtocolVersion.RESP2)
                .pingBeforeActivateConnection(false)
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .build());
        var uri = RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(witness.getLocalPort())
                .withLibraryName("")
                .withLibraryVersion("")
                .build();
        Socket accepted;
        try (var connection = client.connect(StringCodec.UTF8, uri)) {
            accepted = witness.accept();
            blocked("Redis command (Lettuce)", () -> connection.sync().set("order", SECRET));
            blocked("Redis command (Lettuce)", () -> connection.async().set("order", SECRET));
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
        }
        assertThat(text(accepted)).doesNotContain(SECRET);
    }

    @Test
    void kafka() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + witness.getLocalPort());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            blocked("Kafka producer", () -> producer.send(new ProducerRecord<>("orders", SECRET)));
            blocked("Kafka consumer", () -> consumer.poll(Duration.ZERO));
            producer.close(Duration.ZERO);
        }
    }

    @Test
    void rabbitMq() throws Exception {
        var frames = (FrameHandler) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FrameHandler.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("writeFrame")) {
                        received.add((byte) ((Frame) arguments[0]).getType());
                    }
                    return method.getReturnType() == int.class ? (Object) 0 : null;
                });
        var executor = Executors.newSingleThreadExecutor();
        try {
            var parameters = new ConnectionParams();
            parameters.setConsumerWorkServiceExecutor(executor);
            parameters.setClientProperties(Map.of());
            var connection = new AMQConnection(parameters, frames);
            var channel = new ChannelN(connection, 1, new ConsumerWorkService(executor, null, 1000, 1000));
            blocked("RabbitMQ command", () -> {
                try {
                    channel.basicPublish("", "orders", null, SECRET.getBytes(StandardCharsets.UTF_8));
                } catch (java.io.IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(received).isEmpty();
        } finally {
            executor.shutdownNow();
        }
    }

    private void blocked(String what, Runnable call) {
        int before = replay.misses().size();
        assertThatThrownBy(() -> in(replay.main(), () -> Caller.run(call)))
                .isInstanceOf(LiveCallBlockedError.class)
                .hasMessageStartingWith(what + " from com.acme.Caller#run:");
        assertThat(replay.misses()).hasSize(before + 1);
    }

    private static void in(Lane lane, Runnable work) {
        Lane before = Scope.bind(lane);
        try {
            work.run();
        } finally {
            Scope.restore(before);
        }
    }

    private static String text(Socket accepted) throws Exception {
        return new String(accepted.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
