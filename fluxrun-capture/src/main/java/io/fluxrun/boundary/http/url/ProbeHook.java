package io.fluxrun.boundary.http.url;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** {@code HttpClient.available()}: looks whether a kept connection is still open, before a body is streamed over it. */
final class ProbeHook implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    /** No replay gets here: it has no kept connections. */
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return Scope.current() == null ? null : new Probing(Scope.suspend());
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Scope.restore(((Probing) token).before());
        return null;
    }

    private record Probing(@Nullable Lane before) {}
}
