package io.fluxrun.entry;

import io.fluxrun.hook.Hook;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code CoyoteAdapter.asyncDispatch}: a request that went on without a thread is taken up again, perhaps by another. */
final class AsyncDispatchHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Object request = Objects.requireNonNull(arguments[0]);
        Tomcat tomcat = Tomcat.of(request);
        TomcatEntry entry = TomcatEntry.of(tomcat, request);
        return entry == null ? null : Visit.again(tomcat, request, entry);
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        ((Visit) token).leave();
        return null;
    }
}
