package io.fluxrun.boundary.airlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.Caller;
import com.mongodb.client.MongoClients;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Scope;
import io.grpc.CallOptions;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real clients of MongoDB, JMS, gRPC and mail: in a replay a witness hears nothing, a recording is marked. */
@Timeout(120)
class RealBrokersAndCallsTests {
    private static final String SECRET = "real-money";

    private final ReplayInMemory replay = new ReplayInMemory(List.of(), new HttpKey());
    private Hung witness;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void listen() throws IOException {
        witness = new Hung();
    }

    @AfterEach
    void stop() throws Exception {
        witness.close();
        assertThat(HookFailures.counts()).isEmpty();
    }

    @Test
    void mongo() throws Exception {
        var settings = "/?directConnection=true&serverSelectionTimeoutMS=200&connectTimeoutMS=200";
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + witness.port() + settings)) {
            var orders = client.getDatabase("shop").getCollection("orders");
            blocked("MongoDB operation", () -> orders.insertOne(new Document("order", SECRET)));
            blocked("MongoDB operation", () -> orders.find().first());
            marked("MongoDB operation", () -> orders.insertOne(new Document("order", "recorded")));
        }
        assertThat(witness.heard()).doesNotContain(SECRET);
    }

    @Test
    void grpc() throws Exception {
        var method = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("shop.Payments/charge")
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build();
        // The recording first: its timers would be those of the replay.
        try (var recorded = new Hung()) {
            charging(method, recorded, charge -> marked("gRPC call", charge));
        }
        charging(method, witness, charge -> blocked("gRPC call", charge));
        assertThat(witness.heard()).isEmpty();
    }

    private static void charging(MethodDescriptor<byte[], byte[]> method, Hung server, Consumer<Runnable> use) {
        var channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.port())
                .usePlaintext()
                .build();
        try {
            use.accept(() -> ClientCalls.blockingUnaryCall(
                    channel,
                    method,
                    CallOptions.DEFAULT.withDeadlineAfter(500, TimeUnit.MILLISECONDS),
                    SECRET.getBytes(StandardCharsets.UTF_8)));
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void mail() throws Exception {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(witness.port()));
        settings.setProperty("mail.smtp.timeout", "200");
        var message = new MimeMessage(jakarta.mail.Session.getInstance(settings));
        message.setFrom(new InternetAddress("shop@example.com"));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("ada@example.com"));
        message.setText(SECRET);
        Runnable send = () -> sent(message);
        blocked("e-mail", send);
        assertThat(witness.heard()).isEmpty();
        marked("e-mail", send);
    }

    @Test
    void jms() throws Exception {
        var broker = new ActiveMQConnectionFactory("vm://witness?broker.persistent=false&broker.useJmx=false");
        try (var connection = broker.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            var queue = session.createQueue("orders");
            var producer = session.createProducer(queue);
            var consumer = session.createConsumer(queue);
            blocked("JMS message", jms(() -> producer.send(session.createTextMessage(SECRET))));
            blocked("JMS message", jms(consumer::receiveNoWait));
            assertThat(consumer.receive(50)).as("nothing came").isNull();
            marked("JMS message", jms(() -> producer.send(session.createTextMessage("recorded"))));
            assertThat(consumer.receive(5000)).isNotNull();
        }
    }

    private void blocked(String what, Runnable call) {
        int before = replay.misses().size();
        assertThatThrownBy(() -> in(replay.main(), () -> Caller.run(call)))
                .isInstanceOf(LiveCallBlockedError.class)
                .hasMessageStartingWith(what + " from com.acme.Caller#run:");
        assertThat(replay.misses()).hasSize(before + 1);
    }

    private static void marked(String what, Runnable call) {
        try (var recording = new RecordingInMemory()) {
            try {
                in(recording.main(), () -> Caller.run(call));
            } catch (RuntimeException unanswered) {
                assertThat(unanswered).isNotInstanceOf(LiveCallBlockedError.class);
            }
            // gRPC makes a call, then starts it: a run says the same once. It goes on with a call that waited for its
            // address on a thread of its own.
            assertThat(recording.reasons().stream().distinct())
                    .allMatch(reason -> reason.startsWith(what + " from "))
                    .filteredOn(reason -> reason.contains("com.acme.Caller#run:"))
                    .hasSize(1);
        }
    }

    private static void in(Lane lane, Runnable work) {
        Lane before = Scope.bind(lane);
        try {
            work.run();
        } finally {
            Scope.restore(before);
        }
    }

    private static void sent(MimeMessage message) {
        try {
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Runnable jms(Jms call) {
        return () -> {
            try {
                call.run();
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private interface Jms {
        void run() throws JMSException;
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new StatusRuntimeException(io.grpc.Status.INTERNAL.withCause(e));
            }
        }
    }

    /** Takes connections and never answers. */
    private static final class Hung implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final StringBuffer heard = new StringBuffer();

        Hung() throws IOException {
            daemon(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        String heard() {
            return heard.toString();
        }

        private void accept() {
            try {
                while (true) {
                    var in = server.accept().getInputStream();
                    daemon(() -> hear(in));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        }

        private void hear(InputStream in) {
            try {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    heard.append((char) next);
                }
            } catch (IOException closed) {
                // The client is gone.
            }
        }

        private static void daemon(Runnable work) {
            var thread = new Thread(work, "witness");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
