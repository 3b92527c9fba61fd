package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands each method of a Spring cache its hook. */
final class CacheHook implements Hook {
    private static final Set<String> READS = Set.of("get", "retrieve");

    private final CacheReadHook read = new CacheReadHook();
    private final CacheLoadHook load = new CacheLoadHook();
    private final CacheWriteHook write = new CacheWriteHook(null);
    private final CacheWriteHook eviction = new CacheWriteHook(false);
    private final RefusedHook retrieve = new RefusedHook();

    @Override
    public Hook at(String type, String method, String descriptor) {
        if (!READS.contains(method)) {
            return descriptor.endsWith("Z") ? eviction : write;
        }
        if (method.equals("retrieve")) {
            return retrieve.at(type, method, descriptor);
        }
        return descriptor.contains("Callable") ? load : read;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return null;
    }
}
