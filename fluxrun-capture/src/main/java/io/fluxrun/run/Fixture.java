package io.fluxrun.run;

/** A run with its guard: what is reviewed, committed and replayed. */
public record Fixture(Run run, Guard guard) {
    /** The fixture format that this release writes. */
    public static final int FORMAT = 1;

    /** Returns what starts a replay: the recorded entry, where it is today. */
    public Entry entry() {
        var moved = guard.entry();
        return moved == null ? run.entry() : moved.moved(run.entry());
    }
}
