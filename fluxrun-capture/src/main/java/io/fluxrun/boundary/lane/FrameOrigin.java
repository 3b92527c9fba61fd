package io.fluxrun.boundary.lane;

import java.util.List;

/** Whose a frame of the stack is. Found once a class. */
enum FrameOrigin {
    JDK,
    /** The JDK's executors and futures, and the bridge that they call. */
    CONCURRENT,
    /** FluxRun's, where it makes a timed call for a site. */
    OWN,
    FRAMEWORK,
    APPLICATION;

    private static final List<String> MAKE_CALLS =
            List.of("io.fluxrun.agent.Dispatch", "io.fluxrun.boundary.wait.", "io.fluxrun.replay.");

    /** Their frames say how work is handed over, not by whom. */
    private static final List<String> FRAMEWORKS = List.of(
            "org.springframework.",
            "org.hibernate.",
            "org.apache.",
            "org.aspectj.",
            "org.eclipse.jetty.",
            "com.fasterxml.",
            "com.github.benmanes.caffeine.",
            "com.google.common.",
            "com.zaxxer.",
            "io.micrometer.",
            "io.netty.",
            "io.opentelemetry.",
            "io.projectreactor.",
            "io.reactivex.",
            "io.undertow.",
            "jakarta.",
            "kotlinx.",
            "reactor.");

    private static final ClassValue<FrameOrigin> OF_CLASS = new ClassValue<>() {
        @Override
        protected FrameOrigin computeValue(Class<?> type) {
            return find(type);
        }
    };

    static FrameOrigin of(Class<?> declaring) {
        return OF_CLASS.get(declaring);
    }

    boolean isJdk() {
        return this == JDK || this == CONCURRENT;
    }

    private static FrameOrigin find(Class<?> type) {
        var name = type.getName();
        var loader = type.getClassLoader();
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return name.startsWith("java.lang.$FluxRun") || name.startsWith("java.util.concurrent.") ? CONCURRENT : JDK;
        }
        if (MAKE_CALLS.stream().anyMatch(name::startsWith)) {
            return OWN;
        }
        // $$ marks classes made at run time: proxies.
        return name.contains("$$") || FRAMEWORKS.stream().anyMatch(name::startsWith) ? FRAMEWORK : APPLICATION;
    }
}
