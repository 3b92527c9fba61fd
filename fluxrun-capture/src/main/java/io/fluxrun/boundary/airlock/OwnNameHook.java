package io.fluxrun.boundary.airlock;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** {@code InetAddress.getLocalHost}: looking up the machine's own name is no way out. */
final class OwnNameHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return Scope.current() == null ? null : new Suspended(Scope.suspend());
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
