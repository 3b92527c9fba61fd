package io.fluxrun.run;

/**
 * One step in the order of concurrent work.
 *
 * @param n position in the run, from 1
 * @param event exchange, handover, completion, sleep, wait or end
 * @param ref what it concerns: an exchange's ordinal or a lane's name
 */
public record OrderEvent(int n, String lane, String event, String ref) {}
