package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** {@code saveAuthorizedClient(client, principal)} and {@code removeAuthorizedClient(registration, principal)}. */
record OAuth2Write(CacheKind kind) implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || self == null || arguments[0] == null || arguments[1] == null) {
            return null;
        }
        if (lane.session() instanceof Replaying) {
            write(lane, self, arguments[0], arguments[1]);
            return Hook.answer(null);
        }
        return lane.session() instanceof Recording ? new Writing(lane, Scope.suspend()) : null;
    }

    private void write(Lane lane, Object self, Object first, Object principal) {
        if (first instanceof String) {
            OwnWrites.of(lane).put(self, key(first, principal), Held.ABSENT);
            return;
        }
        var data = OAuth2Client.data(first);
        OwnWrites.of(lane).put(self, key(data.get("registration"), data.get("principal")), Held.of(data));
    }

    private Object key(@Nullable Object... parts) {
        return String.valueOf(kind.key(parts));
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var writing = (Writing) token;
        try {
            if (self != null && thrown == null && arguments[0] != null && arguments[1] != null) {
                write(writing.lane, self, arguments[0], arguments[1]);
            }
        } finally {
            Scope.restore(writing.bound);
        }
        return null;
    }

    private record Writing(Lane lane, @Nullable Lane bound) {}
}
