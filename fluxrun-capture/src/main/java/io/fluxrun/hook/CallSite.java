package io.fluxrun.hook;

import java.util.List;
import java.util.Optional;

/** Where the application makes a call, for messages: found by walking the stack, so not for hot paths. */
public final class CallSite {
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String UNKNOWN = "a thread of the JDK";

    private CallSite() {}

    /** Returns class and line of the nearest frame outside the JDK and FluxRun: {@code com.acme.Orders#place:42}. */
    public static String line() {
        return nearest()
                .map(frame -> method(frame) + ":" + Math.max(0, frame.getLineNumber()))
                .orElse(UNKNOWN);
    }

    /**
     * Returns class and line of the nearest frame that is also outside these packages and their run-time proxies; as
     * {@link #line()} if there is none.
     */
    public static String lineOutside(List<String> packages) {
        return STACK.walk(frames -> frames.filter(frame -> isApplication(frame.getClassName()))
                        .filter(frame -> !frame.getClassName().contains("$$"))
                        .filter(frame -> packages.stream().noneMatch(frame.getClassName()::startsWith))
                        .findFirst())
                .map(frame -> method(frame) + ":" + Math.max(0, frame.getLineNumber()))
                .orElseGet(CallSite::line);
    }

    /** Returns class and method of the nearest frame outside the JDK and FluxRun: {@code com.acme.Orders#place}. */
    public static String method() {
        return nearest().map(CallSite::method).orElse(UNKNOWN);
    }

    private static String method(StackWalker.StackFrame frame) {
        return frame.getClassName() + "#" + frame.getMethodName();
    }

    private static Optional<StackWalker.StackFrame> nearest() {
        return STACK.walk(frames ->
                frames.filter(frame -> isApplication(frame.getClassName())).findFirst());
    }

    private static boolean isApplication(String type) {
        return !(type.startsWith("java.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || type.startsWith("javax.")
                || type.startsWith("io.fluxrun."));
    }
}
