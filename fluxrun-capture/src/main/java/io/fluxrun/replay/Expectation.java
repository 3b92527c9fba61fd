package io.fluxrun.replay;

/** What a replay is to come to. */
public enum Expectation {
    /** The recorded failure stays away and the outcome is the accepted one. */
    REPAIRED,
    /** The outcome is the recorded one, a failure included. */
    RECORDED
}
