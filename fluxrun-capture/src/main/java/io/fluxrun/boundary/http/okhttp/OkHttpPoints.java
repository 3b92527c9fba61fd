package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.Inside;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.util.List;

/** Where OkHttp connects, sends and reads; the names are the same in 4.12 and 5.5. */
public final class OkHttpPoints {
    private static final String CONNECTION = "okhttp3.internal.connection.";

    private static final String CLOSE = "closeQuietly(Ljava/net/Socket;)";

    private OkHttpPoints() {}

    public static List<HookPoint> all() {
        var calls = new OkCalls();
        var bodies = new OkBodies();
        return List.of(
                on(CONNECTION + "ConnectInterceptor", new ConnectHook(calls), "intercept"),
                on(CONNECTION + "RealCall", new OpenHook(calls), "initExchange$okhttp"),
                on(CONNECTION + "RealCall", new RetryHook(calls), "retryAfterFailure"),
                on(CONNECTION + "RealCall", new CancelHook(calls), "cancel"),
                // The one class in 4, the other in 5.
                on("okhttp3.internal.Util", new Inside(), CLOSE),
                on("okhttp3.internal._UtilJvmKt", new Inside(), CLOSE),
                on("okhttp3.internal.http.CallServerInterceptor", new ServerHook(calls, bodies), "intercept"),
                on(CONNECTION + "Exchange$RequestBodySink", bodies.written(), "write"),
                on(CONNECTION + "Exchange$ResponseBodySource", bodies.opened(), "<init>"),
                on(CONNECTION + "Exchange$ResponseBodySource", bodies.read(), "read"),
                on(CONNECTION + "Exchange$ResponseBodySource", bodies.closed(), "close"));
    }

    private static HookPoint on(String type, Hook hook, String... methods) {
        return HookPoint.on(HttpText.BOUNDARY, type, hook, methods);
    }
}
