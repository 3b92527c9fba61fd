package io.fluxrun.record;

import java.io.File;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stops recording for as long as a file exists or the system property says so. Looks four times a second on a thread of
 * its own: a store that hangs must not keep it from looking.
 */
final class KillSwitch implements Runnable {
    private static final String PROPERTY = "fluxrun.enabled";
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final @Nullable File file;
    private final Consumer<Boolean> changed;
    private final Problems problems;
    private boolean off;
    private volatile boolean closed;

    KillSwitch(@Nullable String file, Consumer<Boolean> changed, Problems problems) {
        this.file = file == null ? null : new File(file);
        this.changed = changed;
        this.problems = problems;
    }

    @Override
    public void run() {
        while (!closed) {
            look();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    void close() {
        closed = true;
    }

    synchronized void look() {
        String reason = reason();
        if (off != (reason != null)) {
            off = reason != null;
            changed.accept(off);
            problems.tell(
                    reason == null ? "resumed" : "stopped",
                    reason == null ? "records again" : "records nothing while " + reason);
        }
    }

    private @Nullable String reason() {
        if ("false".equals(System.getProperty(PROPERTY))) {
            return "the system property " + PROPERTY + " is false";
        }
        return file != null && file.exists() ? file + " exists" : null;
    }
}
