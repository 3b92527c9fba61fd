package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Puts and evictions: they count for the run itself. A replay leaves the cache alone, which it may share with others. */
final class CaffeineWrite implements Hook {
    private final Kind kind;

    CaffeineWrite(Kind kind) {
        this.kind = kind;
    }

    enum Kind {
        PUT,
        REMOVE,
        /** Removes a key if it has the value given. */
        REMOVE_VALUE,
        CLEAR
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
        Object own = kind == Kind.CLEAR || arguments[0] == null
                ? null
                : OwnWrites.of(lane).find(self, arguments[0]);
        Object before = own == OwnWrites.ABSENT ? null : own;
        if (kind == Kind.REMOVE_VALUE) {
            boolean same = before != null && before.equals(arguments[1]);
            if (same) {
                write(lane, self, arguments);
            }
            return same;
        }
        write(lane, self, arguments);
        return before;
    }

    private void write(Lane lane, Object self, @Nullable Object[] arguments) {
        var own = OwnWrites.of(lane);
        if (kind == Kind.CLEAR) {
            own.clear(self);
        } else if (arguments[0] != null && kind != Kind.PUT) {
            own.remove(self, arguments[0]);
        } else if (arguments[0] != null && arguments[1] != null) {
            own.put(self, arguments[0], arguments[1]);
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
            if (self != null && thrown == null && !Boolean.FALSE.equals(result)) {
                write(writing.lane, self, arguments);
            }
        } finally {
            Scope.restore(writing.bound);
        }
        return null;
    }

    private record Writing(Lane lane, @Nullable Lane bound) {}
}
