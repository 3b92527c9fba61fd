package io.fluxrun.record;

/**
 * Upper bounds of recording. Above a bound a run is PARTIAL; the application never waits.
 *
 * @param body bytes kept of one body
 * @param run bytes kept of one run
 * @param exchanges exchanges kept of one run
 * @param process bytes kept of all runs in progress and of those that wait to be saved
 * @param signature runs kept per failure signature and process
 * @param disk bytes that the store may take
 */
public record Limits(int body, long run, int exchanges, long process, int signature, long disk) {
    public static final Limits DEFAULT = new Limits(64 << 10, 1 << 20, 4096, 32 << 20, 5, 256L << 20);
}
