package io.fluxrun;

import io.fluxrun.boundary.host.HostBoundary;
import io.fluxrun.fixture.LoadedFixture;
import io.fluxrun.replay.Expectation;
import java.nio.file.Path;
import java.util.List;

/** Ways to declare in code what the agent cannot know. Thread-safe. */
public final class FluxRun {
    private FluxRun() {}

    /**
     * Reads a fixture, to be replayed without annotations: {@code FluxRun.replay(path).on(new OrderService(…))}.
     *
     * @throws RuntimeException if it cannot be read; the message names file and place
     */
    public static PreparedReplay replay(Path fixture) {
        var name = String.valueOf(fixture.getFileName());
        return new PreparedReplay(LoadedFixture.read(name, fixture), Expectation.REPAIRED, List.of(), caller());
    }

    /** Whoever replays, as a receipt names a test. */
    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().equals(FluxRun.class.getName()))
                        .findFirst()
                        .map(frame -> frame.getClassName() + "#" + frame.getMethodName())
                        .orElse("unknown"));
    }

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
