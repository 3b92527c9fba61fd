package io.fluxrun.boundary.state;

import org.jspecify.annotations.Nullable;

/** What a cache holds for a key: nothing, or a value, which some caches permit to be {@code null}. */
record Held(boolean present, @Nullable Object value) {
    static final Held ABSENT = new Held(false, null);

    static Held of(@Nullable Object value) {
        return new Held(true, value);
    }

    /** Returns {@link #ABSENT} for {@code null}. */
    static Held ofNullable(@Nullable Object value) {
        return value == null ? ABSENT : of(value);
    }
}
