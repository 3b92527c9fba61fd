package io.fluxrun.boundary.span;

import io.fluxrun.hook.HookPoint;
import java.util.List;
import java.util.Set;

/** Methods whose calls are spans: by annotation, or by configuration. */
public final class SpanBoundary {
    public static final String NAME = "span";

    private SpanBoundary() {}

    public static List<HookPoint> points() {
        return List.of(HookPoint.onMarked(NAME, Set.of("@" + SpanMethod.ANNOTATION), new SpanHook(true)));
    }

    /**
     * Returns where methods named in the configuration are hooked; empty if none is.
     *
     * @param names packages with all below them, {@code com.acme.orders.*}; types, {@code com.acme.Pricing}; or methods,
     *     {@code com.acme.Pricing#quote}
     */
    public static List<HookPoint> named(Set<String> names) {
        return names.isEmpty() ? List.of() : List.of(HookPoint.onMarked(NAME, names, new SpanHook(false)));
    }
}
