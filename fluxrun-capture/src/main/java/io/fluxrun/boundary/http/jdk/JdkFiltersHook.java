package io.fluxrun.boundary.http.jdk;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/**
 * {@code MultiExchange.responseFilters}: remembers on replay how a filter (redirect, cookies, authentication) rejected a
 * response, see {@link ReplayedCall#ended}.
 */
final class JdkFiltersHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        return self != null && JdkInternals.get().handlerOfCall(self) instanceof ReplayedCall<?> call ? call : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (thrown != null) {
            ((ReplayedCall<?>) token).filtersFailed(thrown);
        }
        return null;
    }
}
