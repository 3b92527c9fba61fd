package io.fluxrun.boundary.http;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/**
 * {@code MultiExchange.responseFilters}: when a filter (redirect, cookies, authentication) rejects a response, the
 * client cancels the attempt's connection, which on replay does not exist; the exception takes another way.
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
        if (thrown == null) {
            return null;
        }
        ((ReplayedCall<?>) token).filtersFailed(thrown);
        return Hook.answer(null);
    }
}
