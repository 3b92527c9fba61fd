package io.fluxrun.replay;

/**
 * A request that a replay was answered.
 *
 * @param n ordinal of the recorded exchange that answered, 0 for an authored answer
 * @param write whether it would have changed the outside world
 */
public record MadeExchange(int n, String boundary, String operation, boolean write) {}
