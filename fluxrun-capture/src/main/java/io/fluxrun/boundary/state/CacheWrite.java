package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts and evictions: they count for the run itself. A replay leaves the cache alone, which it may share with others. */
final class CacheWrite implements Hook {
    private final Kind kind;

    CacheWrite(Kind kind) {
        this.kind = kind;
    }

    enum Kind {
        PUT,
        /** Puts the entries of a map. */
        PUT_ALL,
        REMOVE,
        /** Removes a key if it has the value given. */
        REMOVE_VALUE,
        CLEAR,
        /** As CLEAR, and says whether there was anything: never, in a replay. */
        INVALIDATE;

        private boolean ofAll() {
            return this == CLEAR || this == INVALIDATE;
        }
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || self == null) {
            return null;
        }
        if (lane.session() instanceof Replaying) {
            return Hook.answer(replayed(lane, self, arguments));
        }
        return lane.session() instanceof Recording ? new Writing(lane, Scope.suspend()) : null;
    }

    private @Nullable Object replayed(Lane lane, Object self, @Nullable Object[] arguments) {
        var own =
                kind.ofAll() || arguments[0] == null ? null : OwnWrites.of(lane).find(self, arguments[0]);
        Object before = own == null ? null : own.value();
        if (kind == Kind.REMOVE_VALUE) {
            boolean same = before != null && before.equals(arguments[1]);
            if (same) {
                write(lane, self, arguments);
            }
            return same;
        }
        write(lane, self, arguments);
        return kind == Kind.INVALIDATE ? false : before;
    }

    private void write(Lane lane, Object self, @Nullable Object[] arguments) {
        var own = OwnWrites.of(lane);
        if (kind.ofAll()) {
            own.clear(self);
        } else if (arguments[0] instanceof Map<?, ?> entries && kind == Kind.PUT_ALL) {
            entries.forEach((key, value) -> own.put(self, key, Held.of(value)));
        } else if (arguments[0] != null && kind != Kind.PUT) {
            own.put(self, arguments[0], Held.ABSENT);
        } else if (arguments[0] != null) {
            own.put(self, arguments[0], Held.of(arguments[1]));
        }
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
            if (self != null && thrown == null && !(kind == Kind.REMOVE_VALUE && Boolean.FALSE.equals(result))) {
                write(writing.lane, self, arguments);
            }
        } finally {
            Scope.restore(writing.bound);
        }
        return null;
    }

    private record Writing(Lane lane, @Nullable Lane bound) {}
}
