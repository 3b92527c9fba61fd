package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A platform thread ends: the JVM calls {@code exit} before anyone who joins it goes on. */
final class ThreadEnd implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        if (Thread.currentThread() == self) {
            Scope.threadEnds();
        }
        return null;
    }
}
