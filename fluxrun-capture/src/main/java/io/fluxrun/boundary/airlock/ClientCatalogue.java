package io.fluxrun.boundary.airlock;

import java.util.List;
import java.util.stream.Stream;

/**
 * Entry points of clients that write from threads of their own, over connections of their own: a socket shows neither
 * whose call it is nor that there was one. Each is a class, which subclasses inherit from, and its methods by name.
 */
final class ClientCatalogue {
    private ClientCatalogue() {}

    /** @param what the call, for messages: {@code Redis command (Jedis)} */
    record Row(String what, String type, List<String> methods) {}

    static List<Row> rows() {
        return Stream.of(stores(), queues(), mailAndCalls(), webClients())
                .flatMap(rows -> rows)
                .toList();
    }

    private static Stream<Row> stores() {
        return Stream.of(
                row("Redis command (Lettuce)", "io.lettuce.core.RedisChannelHandler", "dispatch"),
                row("Redis command (Jedis)", "redis.clients.jedis.Connection", "sendCommand"),
                row(
                        "MongoDB command",
                        "com.mongodb.internal.connection.InternalStreamConnection",
                        "open",
                        "openAsync",
                        "send",
                        "sendAndReceive",
                        "sendAndReceiveAsync",
                        "sendMessage",
                        "sendMessageAsync"),
                row(
                        "MongoDB operation",
                        "com.mongodb.client.internal.MongoClusterImpl$OperationExecutorImpl",
                        "execute"),
                row(
                        "MongoDB operation",
                        "com.mongodb.client.internal.MongoClientDelegate$DelegateOperationExecutor",
                        "execute"),
                row(
                        "MongoDB operation",
                        "com.mongodb.reactivestreams.client.internal.OperationExecutorImpl",
                        "execute"));
    }

    private static Stream<Row> queues() {
        return Stream.of(
                row(
                        "Kafka producer",
                        "org.apache.kafka.clients.producer.KafkaProducer",
                        "send",
                        "partitionsFor",
                        "initTransactions",
                        "sendOffsetsToTransaction",
                        "commitTransaction"),
                row(
                        "Kafka consumer",
                        "org.apache.kafka.clients.consumer.KafkaConsumer",
                        "poll",
                        "commitSync",
                        "commitAsync",
                        "position",
                        "committed",
                        "partitionsFor",
                        "listTopics"),
                row(
                        "Kafka administration",
                        "org.apache.kafka.clients.admin.KafkaAdminClient$AdminClientRunnable",
                        "call"),
                row(
                        "RabbitMQ command",
                        "com.rabbitmq.client.impl.AMQChannel",
                        "transmit",
                        "rpc",
                        "quiescingRpc",
                        "asyncRpc",
                        "exnWrappingRpc",
                        "exnWrappingAsyncRpc"),
                row("JMS message", "org.apache.activemq.artemis.jms.client.ActiveMQMessageProducer", "send"),
                row(
                        "JMS message",
                        "org.apache.activemq.artemis.jms.client.ActiveMQMessageConsumer",
                        "receive",
                        "receiveNoWait",
                        "receiveImmediate"),
                row("JMS message", "org.apache.activemq.ActiveMQMessageProducerSupport", "send"),
                row("JMS message", "org.apache.activemq.ActiveMQMessageProducer", "send"),
                row("JMS message", "org.apache.activemq.ActiveMQMessageConsumer", "receive", "receiveNoWait"),
                row("JMS message", "com.ibm.msg.client.jms.internal.JmsMessageProducerImpl", "send"),
                row(
                        "JMS message",
                        "com.ibm.msg.client.jms.internal.JmsMessageConsumerImpl",
                        "receive",
                        "receiveNoWait"),
                row("JMS message", "com.ibm.msg.client.jakarta.jms.internal.JmsMessageProducerImpl", "send"),
                row(
                        "JMS message",
                        "com.ibm.msg.client.jakarta.jms.internal.JmsMessageConsumerImpl",
                        "receive",
                        "receiveNoWait"),
                row("JMS operation", "org.springframework.jms.core.JmsTemplate", "execute"));
    }

    private static Stream<Row> mailAndCalls() {
        return Stream.of(
                row("e-mail", "org.eclipse.angus.mail.smtp.SMTPTransport", "sendMessage", "protocolConnect"),
                row("e-mail", "com.sun.mail.smtp.SMTPTransport", "sendMessage", "protocolConnect"),
                row("e-mail", "jakarta.mail.Transport", "send"),
                row("e-mail", "javax.mail.Transport", "send"),
                row("mail server", "jakarta.mail.Service", "connect"),
                row("mail server", "javax.mail.Service", "connect"),
                row("gRPC call", "io.grpc.internal.ClientCallImpl", "start"),
                // Already here: a channel's first call connects, on threads of its own.
                row("gRPC call", "io.grpc.internal.ManagedChannelImpl", "newCall"),
                // The first calls of a channel, which do not know the address yet.
                row("gRPC call", "io.grpc.internal.DelayedClientCall", "start"),
                row(
                        "native socket (Netty)",
                        "io.netty.channel.unix.FileDescriptor",
                        "write",
                        "writev",
                        "writeAddress",
                        "writevAddresses"),
                row(
                        "native socket (Netty)",
                        "io.netty.channel.unix.Socket",
                        "connect",
                        "send",
                        "sendAddress",
                        "sendToAddresses",
                        "sendTo",
                        "sendToAddress"));
    }

    /** HTTP clients that are not recorded. */
    private static Stream<Row> webClients() {
        String apache = "org.apache.hc.client5.http.impl.async.";
        return Stream.of(
                row(
                        "HTTP request (Reactor Netty)",
                        "reactor.netty.http.client.HttpClientConnect$MonoHttpConnect",
                        "subscribe"),
                row("HTTP request (Apache async)", apache + "InternalAbstractHttpAsyncClient", "doExecute"),
                row("HTTP request (Apache async)", apache + "MinimalHttpAsyncClient", "execute"),
                row("HTTP request (Apache async)", apache + "MinimalH2AsyncClient", "execute"),
                row(
                        "HTTP request (Apache async)",
                        "org.apache.http.impl.nio.client.InternalHttpAsyncClient",
                        "execute"),
                row("HTTP request (Jetty)", "org.eclipse.jetty.client.HttpClient", "send"),
                row("HTTP request (Async HTTP Client)", "org.asynchttpclient.DefaultAsyncHttpClient", "execute"),
                row("HTTP request (Vert.x)", "io.vertx.core.http.impl.HttpClientImpl", "request"),
                row("WebSocket (OkHttp)", "okhttp3.internal.ws.RealWebSocket", "connect"));
    }

    private static Row row(String what, String type, String... methods) {
        return new Row(what, type, List.of(methods));
    }
}
