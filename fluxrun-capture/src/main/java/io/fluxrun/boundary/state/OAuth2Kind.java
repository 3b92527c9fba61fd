package io.fluxrun.boundary.state;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OAuth2 clients that Spring Security holds in memory with their tokens, by registration and principal. */
final class OAuth2Kind implements CacheKind {
    static final String TYPE = "org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService";

    @Override
    public String name(Object cache) {
        return "OAuth2 clients";
    }

    @Override
    public @Nullable Object key(@Nullable Object[] arguments) {
        return arguments[0] + " of " + arguments[1];
    }

    @Override
    public ClassLoader loader(Object cache, Object key) {
        return cache.getClass().getClassLoader();
    }

    @Override
    public Held held(@Nullable Object result) {
        return Held.ofNullable(result == null ? null : OAuth2Client.data(result));
    }

    @Override
    public @Nullable Object result(Object cache, Held held) throws ReflectiveOperationException {
        return held.value() instanceof Map<?, ?> data ? OAuth2Client.rebuilt(cache, data) : null;
    }

    @Override
    public @Nullable Object load(Object cache, Object key, Object function) {
        throw new IllegalStateException("there is no loader");
    }

    @Override
    public Object inLane(Object function, CacheLane lane) {
        return function;
    }
}
