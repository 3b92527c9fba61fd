package io.fluxrun.entry;

import io.fluxrun.hook.Hook;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code org.apache.coyote.Request.doRead}: the body as the application reads it, never on its behalf. */
final class BodyReadHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Object request = Objects.requireNonNull(self);
        TomcatEntry entry = TomcatEntry.of(Tomcat.of(request), request);
        return entry != null && entry.wantsBodies() ? entry : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (result instanceof Integer count && count > 0) {
            ByteBuffer read = Tomcat.buffer(Objects.requireNonNull(arguments[0]));
            if (read != null) {
                ByteBuffer bytes = read.duplicate();
                bytes.limit(bytes.position() + Math.min(count, bytes.remaining()));
                ((TomcatEntry) token).read(bytes);
            }
        }
        return null;
    }
}
