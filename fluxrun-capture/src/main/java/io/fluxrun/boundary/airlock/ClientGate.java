package io.fluxrun.boundary.airlock;

import io.fluxrun.hook.CallSite;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of the {@link ClientCatalogue}: closed to a replay; in a recording the whole call is noted once. */
final class ClientGate implements Hook {
    private final String what;
    private final List<String> inner;

    /** @param type of the client, whose own frames, and Spring's and Reactor's around it, are no call sites */
    private ClientGate(String what, String type) {
        this.what = what;
        int end = type.indexOf('.', type.indexOf('.') + 1);
        this.inner = List.of(type.substring(0, end + 1), "org.springframework.", "reactor.core.");
    }

    static List<HookPoint> points() {
        return ClientCatalogue.rows().stream()
                .map(row -> HookPoint.on(
                        AirlockBoundary.NAME,
                        row.type(),
                        new ClientGate(row.what(), row.type()),
                        row.methods().toArray(String[]::new)))
                .toList();
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null) {
            return null;
        }
        String call = what + " from " + CallSite.lineOutside(inner);
        if (lane.session() instanceof Replaying replaying) {
            return Hook.fail(replaying.blocked(lane, "client", call));
        }
        if (lane.session() instanceof Recording recording) {
            recording.partial(call);
        }
        return new Suspended(Scope.suspend());
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Scope.restore(((Suspended) token).before());
        return null;
    }
}
