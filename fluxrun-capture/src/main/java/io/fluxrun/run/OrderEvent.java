package io.fluxrun.run;

/**
 * One step in the order of concurrent work.
 *
 * @param n position in the run, from 1
 * @param event {@link #EXCHANGE}, {@link #HANDOVER}, {@link #COMPLETION}, sleep or wait
 * @param ref what it concerns: an exchange's ordinal, the name of the lane that is handed work, or which of the lane's
 *     events of this kind it is, from 1
 */
public record OrderEvent(int n, String lane, String event, String ref) {
    /** An exchange ended. */
    public static final String EXCHANGE = "exchange";

    /** Work was handed over. */
    public static final String HANDOVER = "handover";

    /** A future was about to be completed. */
    public static final String COMPLETION = "completion";
}
