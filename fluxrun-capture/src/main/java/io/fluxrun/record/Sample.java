package io.fluxrun.record;

import org.jspecify.annotations.Nullable;

/** A reading or a draw. */
record Sample(String api, String site, @Nullable Object value) {
    /** What it takes, its value not counted. */
    static final int BYTES = 24;
}
