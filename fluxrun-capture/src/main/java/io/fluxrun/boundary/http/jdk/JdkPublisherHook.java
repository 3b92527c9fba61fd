package io.fluxrun.boundary.http.jdk;

import io.fluxrun.hook.Hook;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code HttpRequestImpl.bodyPublisher}: {@code response.request()} shows the application its own publisher. */
final class JdkPublisherHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return this;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        return result instanceof Optional<?> publisher
                        && publisher.isPresent()
                        && publisher.get() instanceof CopiedPublisher copied
                ? Hook.answer(Optional.of(copied.original))
                : null;
    }
}
