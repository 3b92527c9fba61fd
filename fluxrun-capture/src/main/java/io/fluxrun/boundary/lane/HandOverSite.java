package io.fluxrun.boundary.lane;

import io.fluxrun.hook.SourceMethods;
import java.lang.StackWalker.StackFrame;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The application's method that hands work over: the first below the JDK and the frameworks between. Goes no deeper than it
 * must, and only once: walking the stack is most of what handing over costs.
 */
final class HandOverSite implements Predicate<StackFrame> {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final int DEPTH = 256;

    private final boolean ofApplicationOnly;
    private boolean belowFluxRun;
    private boolean callerKnown;
    private int depth;
    private @Nullable StackFrame application;
    private @Nullable StackFrame framework;

    private HandOverSite(boolean ofApplicationOnly) {
        this.ofApplicationOnly = ofApplicationOnly;
    }

    /** Returns class and method; where no frame is the application's, the first that is not the JDK's. */
    static String find() {
        return new HandOverSite(false).name();
    }

    /** Returns the same, {@code null} where the JDK itself calls {@code java.util.concurrent}: that is its own affair. */
    static @Nullable String ofApplication() {
        var site = new HandOverSite(true);
        var name = site.name();
        return site.callerKnown ? name : null;
    }

    private String name() {
        STACK.walk(frames -> frames.anyMatch(this));
        var found = application != null ? application : framework;
        return found == null ? "the JDK" : found.getClassName() + "#" + SourceMethods.of(found.getMethodName());
    }

    /** Returns whether the search is over. */
    @Override
    public boolean test(StackFrame frame) {
        var origin = FrameOrigin.of(frame.getDeclaringClass());
        // FluxRun's own frames are on top of the JDK's method that was intercepted.
        belowFluxRun |= origin.isJdk();
        if (belowFluxRun) {
            if (ofApplicationOnly && !callerKnown && origin != FrameOrigin.CONCURRENT) {
                callerKnown = !origin.isJdk();
                if (!callerKnown) {
                    return true;
                }
            }
            if (origin == FrameOrigin.APPLICATION) {
                application = frame;
            } else if (origin == FrameOrigin.FRAMEWORK && framework == null) {
                framework = frame;
            }
        }
        return application != null || ++depth == DEPTH;
    }
}
