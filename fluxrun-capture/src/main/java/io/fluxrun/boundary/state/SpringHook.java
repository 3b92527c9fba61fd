package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands each method of a Spring cache its hook. */
final class SpringHook implements Hook {
    /** They hold nothing themselves: what is behind them is asked, now or when a transaction ends. */
    private static final Set<String> EMPTY = Set.of(
            "org.springframework.cache.transaction.TransactionAwareCacheDecorator",
            "org.springframework.cache.support.NoOpCache");

    @Override
    public Hook at(String type, String method, String descriptor) {
        if (EMPTY.contains(type)) {
            return this;
        }
        boolean wraps = descriptor.endsWith("ValueWrapper;");
        boolean loads = descriptor.contains("Callable");
        return switch (method) {
            case "get" ->
                new CacheLookUp(new SpringKind(wraps, loads), loads ? CacheLookUp.Miss.LOAD : CacheLookUp.Miss.NOTHING);
            case "putIfAbsent" -> new CacheLookUp(new SpringKind(wraps, false), CacheLookUp.Miss.PUT);
            case "put" -> new CacheWrite(CacheWrite.Kind.PUT);
            case "evict" -> new CacheWrite(CacheWrite.Kind.REMOVE);
            case "evictIfPresent" -> new CacheProbe(new SpringKind(false, false), true);
            case "clear" -> new CacheWrite(CacheWrite.Kind.CLEAR);
            case "invalidate" -> new CacheWrite(CacheWrite.Kind.INVALIDATE);
            default -> new RefusedHook().at(type, method, descriptor);
        };
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return null;
    }

    @Override
    public boolean inLaneOnly() {
        return true;
    }
}
