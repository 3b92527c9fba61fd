package io.fluxrun.boundary.lane;

import static io.fluxrun.boundary.lane.LaneBoundary.on;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.util.ArrayList;
import java.util.List;

/** What the application has done with the results of {@code CompletableFuture}s. */
final class Stages {
    private static final String FUTURE = "java.util.concurrent.CompletableFuture";
    private static final List<String> WITH_ONE = List.of(
            "Apply", "Accept", "Run", "WhenComplete", "Handle", "Exceptionally", "ComposeExceptionally", "Compose");
    private static final List<String> WITH_TWO = List.of("Apply", "Accept", "Run");

    private Stages() {}

    static List<HookPoint> points() {
        var points = new ArrayList<HookPoint>();
        Hook handOver = new StageHandOver();
        Hook run = new StageRun();
        WITH_ONE.forEach(kind -> add("uni", "Uni", kind, handOver, run, points));
        WITH_TWO.forEach(kind -> add("bi", "Bi", kind, handOver, run, points));
        WITH_TWO.forEach(kind -> add("or", "Or", kind, handOver, run, points));
        points.add(on(FUTURE + "$UniCompletion", new StageCreation(), "<init>"));
        points.add(on(
                FUTURE,
                new Completion(),
                "completeValue",
                "completeNull",
                "completeThrowable(Ljava/lang/Throwable;)",
                "completeExceptionally"));
        points.add(on(FUTURE, new Looking(), "anyOf"));
        for (var task : List.of("$AsyncSupply", "$AsyncRun")) {
            points.add(on(FUTURE + task, new AsyncTask(), "<init>"));
            points.add(on(FUTURE + task, new ForkJoinExecution(), "run()"));
        }
        points.add(on(FUTURE, new Settling(), "completeRelay"));
        points.add(on("java.util.concurrent.LinkedBlockingQueue", new Settling(), "enqueue"));
        return points;
    }

    private static void add(String method, String type, String kind, Hook handOver, Hook run, List<HookPoint> points) {
        points.add(on(FUTURE, handOver, method + kind + "Stage"));
        points.add(on(FUTURE + "$" + type + kind, run, "tryFire"));
    }
}
