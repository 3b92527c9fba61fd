package io.fluxrun.run;

/**
 * One step in the order of concurrent work.
 *
 * @param n position in the run, from 1
 * @param event {@link #EXCHANGE}, {@link #HANDOVER}, {@link #COMPLETION}, {@link #SLEEP} or {@link #WAIT}
 * @param ref what it concerns: an exchange's ordinal, the name of the lane that is handed work, which of the lane's
 *     completions it is, from 1, or the waiting method and which of the lane's waits in it, {@code com.acme.Orders#place#1}
 */
public record OrderEvent(int n, String lane, String event, String ref) {
    /** An exchange ended. */
    public static final String EXCHANGE = "exchange";

    /** Work was handed over. */
    public static final String HANDOVER = "handover";

    /** A future was about to be completed. */
    public static final String COMPLETION = "completion";

    /** A sleep was over. */
    public static final String SLEEP = "sleep";

    /** A timed wait was over, whether or not its time was. */
    public static final String WAIT = "wait";
}
