package io.fluxrun.boundary.http;

import io.fluxrun.hook.HookPoint;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** HTTP clients: which points in them are intercepted. Immutable and thread-safe. */
public final class HttpBoundary {
    /** The boundary's name in runs, fixtures and messages. */
    public static final String NAME = "http";

    private HttpBoundary() {}

    /** Returns the points to intercept, for the agent to install. */
    public static List<HookPoint> points() {
        return JdkPoints.all();
    }

    /**
     * Returns what the hooks must be able to see into, packages by module: the agent opens them to FluxRun's own module
     * before it installs {@link #points()}.
     */
    public static Map<String, Set<String>> opens() {
        return Map.of(
                "java.net.http", Set.of("jdk.internal.net.http", "jdk.internal.net.http.common"),
                // To give a TLS failure its causes back.
                "java.base", Set.of("sun.security.validator", "sun.security.provider.certpath"));
    }
}
