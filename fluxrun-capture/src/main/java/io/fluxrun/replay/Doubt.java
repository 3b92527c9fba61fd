package io.fluxrun.replay;

/** One reason why a replay proves nothing. */
record Doubt(Kind kind, String text) {
    enum Kind {
        /** What was recorded is not what the guard was seen red on. */
        EDITED,
        /** An exchange other than the breaking one was not asked: an allowance may say that this is meant. */
        SKIPPED,
        /** The breaking exchange was not asked: only a person's own allowance may say that this is meant. */
        NEVER_BROKE,
        /** Nothing shows that the code came near the bug. */
        NOT_APPROACHED,
        /** The test made something else than an HTTP request of an HTTP request: its failure cannot be told. */
        NOT_COMPARABLE,
        /** What there is to see could come from an emptied method: only an accepted outcome tells them apart. */
        NOT_ACCEPTED,
        /** What led to the failure came in another order: another one may have won. */
        REORDERED,
        /** Work of the run is still under way: what it would do is not known. */
        UNFINISHED
    }
}
