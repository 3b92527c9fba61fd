package io.fluxrun.boundary.state;

import org.jspecify.annotations.Nullable;

/** What differs between the caches of libraries, and between forms of their methods. Stateless. */
interface CacheKind {
    /** Returns what tells one cache from another, the same in every JVM. */
    String name(Object cache);

    /** Returns what a look-up asks for, {@code null}: nothing that could be there. */
    default @Nullable Object key(@Nullable Object[] arguments) {
        return arguments[0];
    }

    /** Returns the class loader that knows the classes of values. */
    ClassLoader loader(Object cache, Object key);

    /** Returns what a look-up that called no loader found. */
    Held held(@Nullable Object result);

    /** Returns what a method hands back for it. */
    @Nullable
    Object result(Object cache, Held held) throws ReflectiveOperationException;

    /** Calls the application's loader as the cache would. */
    @Nullable
    Object load(Object cache, Object key, Object function) throws Throwable;

    /** Returns the application's loader, called within {@code lane}, after {@code calling}. */
    Object inLane(Object function, CacheLane lane);
}
