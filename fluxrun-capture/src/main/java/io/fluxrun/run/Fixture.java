package io.fluxrun.run;

/** A run with its guard: what is reviewed, committed and replayed. */
public record Fixture(Run run, Guard guard) {
    /** The fixture format that this release writes. */
    public static final int FORMAT = 1;
}
