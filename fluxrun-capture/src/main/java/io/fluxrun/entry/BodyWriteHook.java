package io.fluxrun.entry;

import io.fluxrun.hook.Hook;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code org.apache.coyote.Response.doWrite}: the body before the connector chunks it. */
final class BodyWriteHook implements Hook {
    private static final ClassValue<Call> REQUEST_OF = new ClassValue<>() {
        @Override
        protected Call computeValue(Class<?> response) {
            return Call.to(response, "getRequest");
        }
    };

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Object response = Objects.requireNonNull(self);
        Object request = REQUEST_OF.get(response.getClass()).on(response);
        if (request != null && arguments[0] instanceof ByteBuffer bytes) {
            TomcatEntry entry = TomcatEntry.of(Tomcat.of(request), request);
            if (entry != null && entry.wantsBodies()) {
                entry.written(bytes);
            }
        }
        return null;
    }
}
