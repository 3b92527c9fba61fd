package io.fluxrun.boundary.wait;

import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of a wait in a replay. */
final class ReplayedWait {
    /** Whatever came in time may take as long as it likes: that it cannot come any more is seen elsewhere. */
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private static final Duration A_MOMENT = Duration.ofMillis(2);

    private ReplayedWait() {}

    /** Returns {@code null} if the application is to wait as it says. */
    static Object @Nullable [] outcome(Replaying replaying, Lane lane, WaitCall call) {
        long limit = call.nanos(replaying.now(lane));
        if (call.isEndless(limit)) {
            return null;
        }
        Value ended = replaying.waited(lane, call.api(), call.site());
        if (ended == null) {
            return call.method().sleeps() && replaying.rest(lane, limit) ? over(call) : null;
        }
        var how = ended.requireText();
        if (how.equals(WaitBoundary.IN_TIME)) {
            return inTime(replaying, lane, call);
        }
        if (call.method().invokesMany()) {
            return new InvokedTasks(replaying, lane, call).outcome(how, limit);
        }
        return call.method().limit() == Limit.AT_ONCE || pass(replaying, lane, call, limit) ? over(call) : null;
    }

    private static boolean pass(Replaying replaying, Lane lane, WaitCall call, long limit) {
        // Others need the lock that this one gives up.
        Runnable pause = call.method().releases() ? () -> call.make(A_MOMENT) : null;
        return replaying.pass(lane, call.event(), call.site(), limit, pause);
    }

    private static Object @Nullable [] over(WaitCall call) {
        return Thread.currentThread().isInterrupted() && call.method().limit() != Limit.AT_ONCE
                ? null
                : call.method().late().outcome();
    }

    private static Object[] inTime(Replaying replaying, Lane lane, WaitCall call) {
        var outcome = new Object[1][];
        boolean vain = replaying.await(lane, () -> outcome[0] = call.make(FOR_EVER));
        if (vain) {
            return call.method().late().outcome();
        }
        if (call.method().limit() != Limit.AT_ONCE) {
            replaying.came(lane, call.event(), call.site());
        }
        return outcome[0];
    }
}
