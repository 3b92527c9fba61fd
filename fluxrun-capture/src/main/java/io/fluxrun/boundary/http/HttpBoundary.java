package io.fluxrun.boundary.http;

import io.fluxrun.boundary.http.apache.ApachePoints;
import io.fluxrun.boundary.http.jdk.JdkPoints;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.okhttp.OkHttpPoints;
import io.fluxrun.boundary.http.url.UrlPoints;
import io.fluxrun.hook.HookPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** HTTP clients: which points in them are intercepted. Immutable and thread-safe. */
public final class HttpBoundary {
    /** The boundary's name in runs, fixtures and messages. */
    public static final String NAME = HttpText.BOUNDARY;

    private HttpBoundary() {}

    /** Returns the points to intercept, for the agent to install. */
    public static List<HookPoint> points() {
        return Stream.of(JdkPoints.all(), UrlPoints.all(), ApachePoints.all(), OkHttpPoints.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Returns what the hooks must be able to see into, packages by module: the agent opens them to FluxRun's own module
     * before it installs {@link #points()}.
     */
    public static Map<String, Set<String>> opens() {
        return Map.of(
                "java.net.http", Set.of("jdk.internal.net.http", "jdk.internal.net.http.common"),
                "java.base", javaBase());
    }

    private static Set<String> javaBase() {
        // To give a TLS failure its causes back.
        var packages = new HashSet<>(Set.of("sun.security.validator", "sun.security.provider.certpath"));
        packages.addAll(UrlPoints.opens());
        return packages;
    }
}
