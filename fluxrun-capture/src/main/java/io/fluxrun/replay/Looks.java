package io.fluxrun.replay;

/** Time that passes as slowly as the lanes' own when the machine is busy with others. Not thread-safe. */
final class Looks {
    static final long MILLIS = 2;
    private static final long NANOS = 2_000_000;

    private long count;
    private long countedNanos = System.nanoTime();
    private long movedAt;

    long now() {
        long nanos = System.nanoTime();
        if (nanos - countedNanos >= NANOS) {
            countedNanos = nanos;
            count++;
        }
        return count;
    }

    /** Says that a lane goes on. */
    void moved() {
        movedAt = count;
    }

    /** Returns for how many looks no lane has gone on. */
    long sinceMoved() {
        return now() - movedAt;
    }
}
