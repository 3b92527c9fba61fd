package io.fluxrun.boundary.http.url;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.Inside;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.util.List;
import java.util.Set;

/** Where {@code HttpURLConnection} connects, reads and keeps connections. */
public final class UrlPoints {
    private static final String PROTOCOL = "sun.net.www.protocol.";

    private UrlPoints() {}

    public static List<HookPoint> all() {
        var caller = new CallerHook();
        var opened = new OpenedHook();
        var closed = new ClosedHook();
        return List.of(
                on(PROTOCOL + "http.HttpURLConnection", caller, "plainConnect"),
                on(PROTOCOL + "https.AbstractDelegateHttpsURLConnection", caller, "connect"),
                on(UrlInternals.CLIENT, new ParseHook(), "parseHTTP"),
                on("sun.net.NetworkClient", new ConnectHook(), "doConnect"),
                on(UrlInternals.CLIENT, opened, "openServer(Ljava/lang/String;I)"),
                on(UrlInternals.TLS_CLIENT, new HandshakeHook(), "afterConnect"),
                on(UrlInternals.CLIENT, new InputHook(), "parseHTTPHeader"),
                on(UrlInternals.CLIENT, closed, "closeServer"),
                on(UrlInternals.TLS_CLIENT, closed, "closeServer"),
                on(UrlInternals.CLIENT, new Inside(), "available"),
                on("sun.net.www.http.KeepAliveCache", new KeepingHook(), "get", "put"));
    }

    /** Returns the packages of {@code java.base} that the hooks see into. */
    public static Set<String> opens() {
        return Set.of("sun.net", "sun.net.www.http");
    }

    private static HookPoint on(String type, Hook hook, String... methods) {
        return HookPoint.on(HttpText.BOUNDARY, type, hook, methods);
    }
}
