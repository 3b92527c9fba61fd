package io.fluxrun.boundary.http.apache;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.Members;
import io.fluxrun.boundary.http.wire.Wire;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.hook.Tracked;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Both generations know the request where it is sent, connect in an operator and read and write a socket's streams; in
 * the newer one a holder of the socket gives them out, in the older one the connection.
 */
public final class ApachePoints {
    private static final String OLD = "org.apache.http.";
    private static final String NEW = "org.apache.hc.";

    private ApachePoints() {}

    public static List<HookPoint> all() {
        return Stream.of(older(), newer()).flatMap(List::stream).toList();
    }

    private static List<HookPoint> older() {
        var wires = new Tracked<Wire>();
        String connection = OLD + "impl.BHttpConnectionBase";
        String operator = OLD + "impl.conn.DefaultHttpClientConnectionOperator";
        return List.of(
                on(OLD + "impl.execchain.MainClientExec", new SendHook(ApachePoints::olderRequest), "execute"),
                on(operator, new DialHook(wires, new ApacheFailures(OLD + "conn")), "connect", "upgrade"),
                on(connection, new StreamHook(wires), "getSocketInputStream", "getSocketOutputStream"),
                on(connection, new CloseHook(wires), "close", "shutdown"),
                on(OLD + "impl.conn.PoolingHttpClientConnectionManager", new ManagerHook(), "shutdown"),
                on(OLD + "impl.conn.BasicHttpClientConnectionManager", new ManagerHook(), "shutdown"));
    }

    private static List<HookPoint> newer() {
        var wires = new Tracked<Wire>();
        String connection = NEW + "core5.http.impl.io.BHttpConnectionBase";
        String holder = NEW + "core5.http.impl.io.SocketHolder";
        String operator = NEW + "client5.http.impl.io.DefaultHttpClientConnectionOperator";
        return List.of(
                on(NEW + "client5.http.impl.classic.ConnectExec", new SendHook(ApachePoints::newerRequest), "execute"),
                on(operator, new DialHook(wires, new ApacheFailures(NEW + "client5.http")), "connect", "upgrade"),
                on(connection, new BindHook(wires), "bind"),
                on(
                        holder,
                        new StreamHook(wires),
                        "getInputStream(Ljava/net/Socket;)",
                        "getOutputStream(Ljava/net/Socket;)"),
                on(connection, new CloseHook(wires), "close"),
                on(NEW + "client5.http.impl.io.PoolingHttpClientConnectionManager", new ManagerHook(), "close"),
                on(NEW + "client5.http.impl.io.BasicHttpClientConnectionManager", new ManagerHook(), "close"));
    }

    /** {@code execute(route, request, context, execAware)} */
    private static Sender.Sent olderRequest(Object[] arguments) throws Throwable {
        Object line = called(arguments[1], "getRequestLine");
        String target = called(line, "getUri").toString();
        String origin = called(called(arguments[0], "getTargetHost"), "toURI").toString();
        return new Sender.Sent(called(line, "getMethod").toString(), target.startsWith("/") ? origin + target : target);
    }

    /** {@code execute(request, scope, chain)} */
    private static Sender.Sent newerRequest(Object[] arguments) throws Throwable {
        return new Sender.Sent(
                called(arguments[0], "getMethod").toString(),
                called(arguments[0], "getUri").toString());
    }

    private static Object called(Object target, String getter) throws Throwable {
        return Objects.requireNonNull(Members.call(target, getter), getter);
    }

    private static HookPoint on(String type, Hook hook, String... methods) {
        return HookPoint.on(HttpText.BOUNDARY, type, hook, methods);
    }
}
