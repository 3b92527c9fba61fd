package io.fluxrun.agent;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A point's hook, of which nothing that it throws gets out. Compared by identity: a record's own comparison costs more at
 * the start than all others together.
 */
record ContainedHook(HookPoint point, Hook hook) implements Hook {
    /** Returns the point's hook for a method. */
    static Hook at(HookPoint point, String type, String method, String descriptor) {
        try {
            return new ContainedHook(point, point.hook().at(type, method, descriptor));
        } catch (Throwable thrown) {
            failed(point, thrown);
            return new ContainedHook(point, point.hook());
        }
    }

    @Override
    public boolean inLaneOnly() {
        return hook.inLaneOnly();
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        try {
            return hook.enter(self, arguments);
        } catch (Throwable thrown) {
            failed(point, thrown);
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
        try {
            return hook.exit(token, self, arguments, result, thrown);
        } catch (Throwable failure) {
            failed(point, failure);
            return null;
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        return other instanceof ContainedHook that && that.point == point && that.hook == hook;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(hook);
    }

    private static void failed(HookPoint point, Throwable thrown) {
        try {
            Lane lane = Scope.current();
            if (lane != null && lane.session() instanceof Recording recording) {
                recording.partial(point.boundary() + ": FluxRun failed: " + thrown);
            }
        } catch (Throwable lost) {
            // The failure itself is still told.
        }
        HookFailures.add(point.boundary(), "its hook on " + point.types() + " " + point.methods(), thrown);
    }
}
