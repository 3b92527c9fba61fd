package io.fluxrun.boundary.log;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Where a framework writes an event. It is read when it is written: whether it was formatted is known only then. */
abstract class EventHook implements Hook {
    /** Returns what tells the event: formatting this is formatting the event. */
    abstract @Nullable Object about(@Nullable Object self, @Nullable Object[] arguments);

    abstract void tell(LogCall call, @Nullable Object self, @Nullable Object[] arguments);

    @Override
    public final boolean inLaneOnly() {
        return true;
    }

    @Override
    public final @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        var trail = lane == null || lane.isShadow() ? null : lane.session().trail();
        var about = trail == null ? null : about(self, arguments);
        return lane == null || trail == null || about == null || LogCall.about(about) != null
                ? null
                : LogCall.begin(lane, trail, about);
    }

    @Override
    public final Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var call = (LogCall) token;
        call.end();
        if (!call.isHandedOn()) {
            asideFromTheRun(call, self, arguments);
        }
        return null;
    }

    /** What an exception says may be the application's own code: what it reads is no part of the run. */
    private void asideFromTheRun(LogCall call, @Nullable Object self, @Nullable Object[] arguments) {
        Lane before = Scope.suspend();
        try {
            tell(call, self, arguments);
        } finally {
            Scope.restore(before);
        }
    }
}
