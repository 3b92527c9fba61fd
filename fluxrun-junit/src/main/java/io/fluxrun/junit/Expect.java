package io.fluxrun.junit;

/** What a replay is to come to. */
public enum Expect {
    /** The recorded failure stays away, and the outcome is the accepted one: a guard. */
    REPAIRED,
    /** The outcome is the recorded one, a failure included: a characterisation test. */
    RECORDED
}
