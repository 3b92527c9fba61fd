package io.fluxrun;

import io.fluxrun.boundary.host.HostBoundary;

/** Ways to declare in code what the agent cannot know. Thread-safe. */
public final class FluxRun {
    private FluxRun() {}

    /**
     * Makes an object's calls exchanges with the outside world, as {@link Boundary} does; needs no annotation and, in a
     * replay, no agent. Outside a run the calls go straight to the object. A method or interface marked
     * {@code @Boundary(write = true)} is a write, all others are reads.
     *
     * @param type an interface that {@code instance} implements
     * @return a proxy of {@code type} alone; {@code equals}, {@code hashCode} and {@code toString} are the instance's
     * @throws IllegalArgumentException if {@code type} is no interface
     */
    public static <T> T boundary(Class<T> type, T instance) {
        return HostBoundary.wrap(type, instance);
    }
}
