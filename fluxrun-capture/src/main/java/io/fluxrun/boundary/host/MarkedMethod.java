package io.fluxrun.boundary.host;

import io.fluxrun.hook.DeclaredMethods;
import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One marked method of one class. */
final class MarkedMethod implements Hook {
    private final Marks marks;
    private final String type;
    private final String method;
    private final String descriptor;
    private volatile @Nullable HostMethod known;

    MarkedMethod(Marks marks, String type, String method, String descriptor) {
        this.marks = marks;
        this.type = type;
        this.method = method;
        this.descriptor = descriptor;
    }

    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null) {
            return null;
        }
        HostMethod called;
        try {
            called = known == null ? find(self) : known;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            if (lane.session() instanceof Replaying replaying) {
                return Hook.fail(replaying.blocked(
                        lane, HostBoundary.NAME, type + "#" + method + ", because FluxRun failed: " + e));
            }
            throw new IllegalStateException(type + "#" + method + " is not known: " + e, e);
        }
        known = called;
        return called == null ? null : HostCall.enter(lane, called, arguments);
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        return ((HostCall) token).exit(arguments, result, thrown);
    }

    private @Nullable HostMethod find(@Nullable Object self) throws ClassNotFoundException {
        Method called = DeclaredMethods.find(self, type, method, descriptor);
        var found = marks.find(called.getDeclaringClass(), called);
        return found == null ? null : HostMethod.of(found.type(), called, found.write(), self);
    }
}
