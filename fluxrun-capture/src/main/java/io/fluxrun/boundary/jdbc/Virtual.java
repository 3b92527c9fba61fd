package io.fluxrun.boundary.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC object of the virtual driver: a proxy of its interface whose calls go to the methods of the subclass with the
 * same name and parameters, and to {@link #otherwise} for all others. So no JDBC version is compiled in, and what is
 * not supported says so by name instead of throwing "feature not supported", on which pools drop a connection.
 */
abstract class Virtual implements InvocationHandler {
    private static final Object[] NONE = {};
    private static final Set<String> LOCAL_DEFAULTS = Set.of(
            "enquoteLiteral",
            "enquoteIdentifier",
            "enquoteNCharLiteral",
            "isSimpleIdentifier",
            "beginRequest",
            "endRequest");

    private static final ClassValue<Map<Method, Optional<Method>>> TARGETS = new ClassValue<>() {
        @Override
        protected Map<Method, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Class<?> type;
    private final Object proxy;

    /** The proxy is made here, so that a subclass may hand it out while it is built. */
    Virtual(Class<?> type) {
        this.type = type;
        this.proxy = Proxy.newProxyInstance(Virtual.class.getClassLoader(), new Class<?>[] {type}, this);
    }

    @Override
    public final @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] given)
            throws Throwable {
        @Nullable Object[] arguments = given == null ? NONE : given;
        var target = TARGETS.get(getClass()).computeIfAbsent(method, this::target);
        if (target.isEmpty()) {
            return LOCAL_DEFAULTS.contains(method.getName())
                    ? InvocationHandler.invokeDefault(self, method, arguments)
                    : otherwise(method, arguments);
        }
        try {
            return target.get().invoke(this, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Answers a call that has no method of its own. */
    @Nullable
    Object otherwise(Method method, @Nullable Object[] arguments) throws Throwable {
        throw Lanes.unsupported(type.getSimpleName() + "." + method.getName());
    }

    final <T> T proxy(Class<T> as) {
        return as.cast(proxy);
    }

    public Object unwrap(Class<?> wanted) {
        if (wanted.isInstance(proxy)) {
            return proxy;
        }
        throw Lanes.unsupported("unwrapping a " + type.getSimpleName() + " to " + wanted.getName());
    }

    public boolean isWrapperFor(Class<?> wanted) {
        return wanted.isInstance(proxy);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other == this || other == proxy;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "virtual " + type.getSimpleName();
    }

    private Optional<Method> target(Method method) {
        for (Class<?> c = getClass(); c != Object.class; c = c.getSuperclass()) {
            for (var candidate : c.getDeclaredMethods()) {
                if (candidate.getName().equals(method.getName())
                        && !candidate.isSynthetic()
                        && java.util.Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes())) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }
}
