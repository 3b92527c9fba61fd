package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.boundary.http.message.Members;
import io.fluxrun.hook.Tracked;
import io.fluxrun.run.Thrown;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What is known of a {@code RealCall}: how its last attempt failed, and who waits for it to be cancelled. Thread-safe. */
final class OkCalls {
    /** An attempt knows its call, and is held by its run as long as it counts. */
    private final Tracked<WeakReference<OkAttempt>> failed = new Tracked<>();

    private final Tracked<Thrown> replayed = new Tracked<>();
    private final Tracked<CountDownLatch> waiting = new Tracked<>();

    void failed(Object call, OkAttempt attempt) {
        failed.put(call, new WeakReference<>(attempt));
    }

    @Nullable
    OkAttempt failed(@Nullable Object call) {
        WeakReference<OkAttempt> attempt = failed.get(call);
        return attempt == null ? null : attempt.get();
    }

    void replayed(Object call, Thrown thrown) {
        replayed.put(call, thrown);
    }

    /** Whether the client sent again in the recorded run, after the failure that it has just been given. */
    boolean isRetried(@Nullable Object call) {
        Thrown thrown = replayed.get(call);
        return thrown != null && thrown.details().get("retry").flag();
    }

    static boolean isCancelled(Object call) {
        try {
            return Boolean.TRUE.equals(Members.call(call, "isCanceled"));
        } catch (Throwable e) {
            return false;
        }
    }

    /** Returns what a call failed with when it was cancelled, as soon as it is again: it never gets an answer. */
    Throwable cancelled(Object call, Thrown recorded) throws InterruptedException {
        var latch = new CountDownLatch(1);
        waiting.put(call, latch);
        if (!isCancelled(call)) {
            latch.await();
        }
        return recorded.cause() == null ? new IOException("Canceled") : Failures.rebuild(recorded.cause());
    }

    void cancels(@Nullable Object call) {
        CountDownLatch latch = waiting.get(call);
        if (latch != null) {
            latch.countDown();
        }
    }
}
