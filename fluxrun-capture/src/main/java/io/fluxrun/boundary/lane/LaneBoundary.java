package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries lanes from where work is handed over to where it runs. Immutable and thread-safe. */
public final class LaneBoundary {
    public static final String NAME = "lane";

    /** The JDK's pool, and Tomcat's copy of it. */
    private static final List<String> POOLS =
            List.of("java.util.concurrent.ThreadPoolExecutor", "org.apache.tomcat.util.threads.ThreadPoolExecutor");

    private static final String FORK_JOIN_POOL = "java.util.concurrent.ForkJoinPool";
    private static final String FORK_JOIN_TASK = "java.util.concurrent.ForkJoinTask";
    private static final String START_IN_CONTAINER = "start(Ljdk/internal/vm/ThreadContainer;)";

    private LaneBoundary() {}

    /**
     * Returns the points to intercept, for the agent to install. Where {@link #pools()} run their tasks, the agent also
     * has {@link #begin} and {@link #end} called.
     */
    public static List<HookPoint> points() {
        var tasks = new TaskHandOver();
        var forkJoin = new ForkJoinHandOver();
        var threads = new ThreadStart();
        var workers = new PoolWorkers();
        var waiting = new Helping();
        return Stream.concat(
                        POOLS.stream()
                                .flatMap(pool -> Stream.of(on(pool, tasks, "execute"), on(pool, workers, "addWorker"))),
                        Stream.of(
                                on("java.util.concurrent.ScheduledThreadPoolExecutor", tasks, "delayedExecute"),
                                // The JDK's versions differ: 17 has externalPush, 21 and later poolSubmit.
                                on(FORK_JOIN_POOL, forkJoin, "externalPush", "externalSubmit", "poolSubmit"),
                                on(FORK_JOIN_POOL, workers, "createWorker", "startDelayScheduler"),
                                on(FORK_JOIN_POOL, waiting, "helpAsyncBlocker", "helpQuiescePool"),
                                on(FORK_JOIN_TASK, forkJoin, "fork"),
                                on(FORK_JOIN_TASK, new ForkJoinInvocation(), "invoke()"),
                                on(FORK_JOIN_TASK, new ForkJoinExecution(), "doExec"),
                                on(FORK_JOIN_TASK, waiting, "awaitDone"),
                                on("java.lang.Thread", threads, "start()", START_IN_CONTAINER),
                                on("java.lang.VirtualThread", threads, START_IN_CONTAINER)))
                .toList();
    }

    /** Returns the pools whose worker loop runs tasks. */
    public static Set<String> pools() {
        return Set.copyOf(POOLS);
    }

    /** Binds the lane a task was handed over with; returns a token for {@link #end}, {@code null} if it has none. */
    public static @Nullable Object begin(Object task) {
        Lane lane = HandOver.take(task);
        return lane == null ? null : new Before(Scope.bind(lane));
    }

    /** Ends what {@link #begin} began. */
    public static void end(Object token) {
        Scope.restore(((Before) token).lane());
    }

    private static HookPoint on(String type, Hook hook, String... methods) {
        return HookPoint.on(NAME, type, hook, methods);
    }
}
