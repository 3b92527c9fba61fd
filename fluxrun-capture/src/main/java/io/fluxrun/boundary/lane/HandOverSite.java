package io.fluxrun.boundary.lane;

import io.fluxrun.hook.SourceMethods;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application's method that hands work over: the first below the JDK and the frameworks between. */
final class HandOverSite {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final int DEPTH = 256;

    /** They make timed calls for a site. */
    private static final List<String> OWN =
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

    private HandOverSite() {}

    /** Returns class and method; where no frame is the application's, the first that is not the JDK's. */
    static String find() {
        return STACK.walk(frames -> name(frames.limit(DEPTH).iterator()));
    }

    /** Goes no deeper than it must. */
    private static String name(Iterator<StackFrame> frames) {
        StackFrame framework = null;
        boolean belowFluxRun = false;
        while (frames.hasNext()) {
            var frame = frames.next();
            boolean jdk = isJdk(frame);
            // FluxRun's own frames are on top of the JDK's method that was intercepted, or make the call for a site.
            if (belowFluxRun && !jdk && OWN.stream().noneMatch(frame.getClassName()::startsWith)) {
                if (!isFramework(frame.getClassName())) {
                    return name(frame);
                }
                framework = framework == null ? frame : framework;
            }
            belowFluxRun |= jdk;
        }
        return framework == null ? "the JDK" : name(framework);
    }

    /** Returns the same, {@code null} where the JDK itself calls {@code java.util.concurrent}: that is its own affair. */
    static @Nullable String ofApplication() {
        boolean own = STACK.walk(frames -> frames.limit(DEPTH)
                .dropWhile(frame -> !isJdk(frame))
                .dropWhile(frame -> isBridge(frame) || frame.getClassName().startsWith("java.util.concurrent."))
                .findFirst()
                .map(frame -> !isJdk(frame))
                .orElse(false));
        return own ? find() : null;
    }

    private static boolean isJdk(StackFrame frame) {
        var loader = frame.getDeclaringClass().getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    private static boolean isBridge(StackFrame frame) {
        return frame.getClassName().startsWith("java.lang.$FluxRun");
    }

    private static boolean isFramework(String className) {
        // $$ marks classes made at run time: proxies.
        return className.contains("$$") || FRAMEWORKS.stream().anyMatch(className::startsWith);
    }

    private static String name(StackFrame frame) {
        return frame.getClassName() + "#" + SourceMethods.of(frame.getMethodName());
    }
}
