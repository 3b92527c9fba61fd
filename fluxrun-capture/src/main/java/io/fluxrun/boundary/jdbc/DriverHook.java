package io.fluxrun.boundary.jdbc;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A hook on a driver's own object in a recorded run. The lane is suspended during the call, so that what the driver
 * does inside it (its own JDBC calls, clock reads, sockets) belongs to it. In a replay a real driver's object has no
 * business: the call is refused.
 */
final class DriverHook implements Hook {
    private final @Nullable Before before;
    private final @Nullable After after;
    private final String what;
    private final boolean live;

    private DriverHook(String what, boolean live, @Nullable Before before, @Nullable After after) {
        this.what = what;
        this.live = live;
        this.before = before;
        this.after = after;
    }

    /** Called before the driver, suspended. */
    interface Before {
        void before(Call call, Object self, @Nullable Object[] arguments) throws Exception;
    }

    /** Called after the driver, suspended. */
    interface After {
        void after(
                Call call,
                Object self,
                @Nullable Object[] arguments,
                @Nullable Object result,
                @Nullable Throwable thrown)
                throws Exception;
    }

    static DriverHook of(String what, @Nullable Before before, @Nullable After after) {
        return new DriverHook(what, true, before, after);
    }

    /** A call that a replay need not refuse, such as closing. */
    static DriverHook harmless(String what, @Nullable Before before, @Nullable After after) {
        return new DriverHook(what, false, before, after);
    }

    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Exception {
        Lane lane = Scope.current();
        if (lane == null || self == null || !Drivers.owns(self)) {
            return null;
        }
        if (live && lane.session() instanceof Replaying replaying) {
            return Hook.fail(replaying.blocked(
                    lane,
                    JdbcBoundary.NAME,
                    what + " on a real " + self.getClass().getName()));
        }
        if (!(lane.session() instanceof Recording recording)) {
            return null;
        }
        Lane bound = Scope.suspend();
        var call = new Call(lane, recording, bound, System.nanoTime());
        try {
            if (before != null) {
                before.before(call, self, arguments);
            }
            return call;
        } catch (Exception | Error e) {
            Scope.restore(bound);
            recording.partial("jdbc: " + what + " could not be recorded: " + e);
            return null;
        }
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var call = (Call) token;
        try {
            if (after != null && self != null) {
                after.after(call, self, arguments, result, thrown);
            }
        } catch (Exception | Error e) {
            call.recording.partial("jdbc: " + what + " could not be recorded: " + e);
        } finally {
            Scope.restore(call.bound);
        }
        return null;
    }

    /** A call on the driver in progress. */
    static final class Call {
        final Lane lane;
        final Recording recording;
        final long startedNanos;
        private final @Nullable Lane bound;

        /** What the execution about to happen asks; set before it. */
        @Nullable
        Request request;

        /** What the connection is about to be told; set before it. */
        Commands.@Nullable Command command;

        Call(Lane lane, Recording recording, @Nullable Lane bound, long startedNanos) {
            this.lane = lane;
            this.recording = recording;
            this.bound = bound;
            this.startedNanos = startedNanos;
        }
    }
}
