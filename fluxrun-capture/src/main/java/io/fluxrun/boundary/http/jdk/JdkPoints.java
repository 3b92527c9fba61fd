package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.util.List;

/**
 * The JDK's client is hooked twice: where the application sends ({@code HttpClientImpl}), to know the lane, and where
 * an attempt leaves for the network ({@code Exchange}), so that redirects, cookies, authentication and retries are the
 * client's own on replay too.
 */
public final class JdkPoints {
    private JdkPoints() {}

    public static List<HookPoint> all() {
        return List.of(
                on(
                        "HttpClientImpl",
                        new JdkSendHook(),
                        "sendAsync(Ljava/net/http/HttpRequest;Ljava/net/http/HttpResponse$BodyHandler;"
                                + "Ljava/net/http/HttpResponse$PushPromiseHandler;Ljava/util/concurrent/Executor;)"),
                on("HttpClientImpl", new JdkDivergedHook(), "send"),
                on("HttpRequestImpl", new JdkPublisherHook(), "bodyPublisher"),
                on("MultiExchange", new JdkCallHook(), "responseAsync"),
                on("MultiExchange", new JdkFiltersHook(), "responseFilters"),
                on("Exchange", new JdkAttemptHook(), "responseAsync"),
                on("Exchange", new JdkBodyHook(), "readBodyAsync"),
                on(
                        "ResponseSubscribers$TrustedSubscriber",
                        new JdkTrustHook(),
                        "needsExecutor(Ljava/net/http/HttpResponse$BodySubscriber;)"),
                on("Exchange", new JdkNoBodyHook(), "ignoreBody", "nullBody"));
    }

    private static HookPoint on(String type, Hook hook, String... methods) {
        return HookPoint.on(HttpText.BOUNDARY, JdkInternals.PACKAGE + type, hook, methods);
    }
}
