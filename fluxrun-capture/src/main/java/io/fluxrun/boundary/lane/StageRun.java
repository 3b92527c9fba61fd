package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A future was completed, and what waited for it may run. Called more often than that: a stage may wait for two. */
final class StageRun implements Hook {
    private static final int AS_A_TASK = 1;

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane stage = self == null ? null : HandOver.ofStage(self);
        if (stage == null || stage.session().closed()) {
            return null;
        }
        stage.begun();
        return new Work(stage, Scope.bind(stage));
    }

    @Override
    public Object @Nullable [] exit(
            Object work,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        LaneBoundary.end(work);
        if (self != null && (result != null || Integer.valueOf(AS_A_TASK).equals(arguments[0]))) {
            HandOver.takeStage(self);
        }
        return null;
    }
}
