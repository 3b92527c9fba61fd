package io.fluxrun.boundary.host;

import io.fluxrun.hook.HookPoint;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Calls that the application declares to be exchanges: by annotation, by configuration, or by wrapping an object. */
public final class HostBoundary {
    public static final String NAME = "host";

    private static final String WRAPPED = "io.fluxrun.boundary.host.Wrapped";

    private HostBoundary() {}

    /** Returns where annotated methods and wrapped objects are hooked. */
    public static List<HookPoint> points() {
        return List.of(
                HookPoint.onMarked(NAME, Set.of("@" + Marks.ANNOTATION), new HostHook(Marks.ANNOTATED)),
                HookPoint.on(NAME, WRAPPED, new WrappedHook(), "invoke"));
    }

    /**
     * Returns where methods named in the configuration are hooked; empty if none is.
     *
     * @param reads types, {@code com.acme.PaymentGateway}, or methods, {@code com.acme.PaymentGateway#charge}
     * @param writes the same, of methods that change the outside world
     */
    public static List<HookPoint> named(Set<String> reads, Set<String> writes) {
        if (reads.isEmpty() && writes.isEmpty()) {
            return List.of();
        }
        var all = new TreeSet<>(reads);
        all.addAll(writes);
        return List.of(HookPoint.onMarked(NAME, all, new HostHook(new Marks(reads, writes))));
    }

    /** Returns a proxy of an interface whose calls are exchanges. @throws IllegalArgumentException if it is none */
    public static <T> T wrap(Class<T> type, T instance) {
        Objects.requireNonNull(instance, "instance");
        if (!type.isInterface()) {
            throw new IllegalArgumentException("FluxRun.boundary wraps interfaces, and " + type.getName()
                    + " is none. Mark the class or its methods with @Boundary instead.");
        }
        ClassLoader loader = type.getClassLoader() == null ? ClassLoader.getSystemClassLoader() : type.getClassLoader();
        return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, new Wrapped(instance)));
    }
}
