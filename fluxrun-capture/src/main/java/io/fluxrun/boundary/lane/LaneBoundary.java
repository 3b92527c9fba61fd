package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        var points = new ArrayList<HookPoint>();
        for (var pool : POOLS) {
            points.add(on(pool, tasks, "execute(Ljava/lang/Runnable;)"));
            points.add(on(pool, workers, "addWorker"));
            points.add(on(pool, new Rejection(), "reject(Ljava/lang/Runnable;)"));
        }
        points.add(on("java.util.concurrent.ScheduledThreadPoolExecutor", tasks, "delayedExecute"));
        points.add(on("java.util.Timer", tasks, "sched"));
        // The JDK's versions differ: 17 has externalPush, 21 and later poolSubmit.
        points.add(on(FORK_JOIN_POOL, forkJoin, "externalPush", "externalSubmit", "poolSubmit"));
        points.add(on(FORK_JOIN_POOL, workers, "createWorker", "startDelayScheduler"));
        points.add(on(FORK_JOIN_POOL, waiting, "helpAsyncBlocker", "helpQuiescePool"));
        points.add(on(FORK_JOIN_TASK, forkJoin, "fork"));
        points.add(on(FORK_JOIN_TASK, new ForkJoinInvocation(), "invoke()"));
        points.add(on(FORK_JOIN_TASK, new ForkJoinExecution(), "doExec"));
        points.add(on(FORK_JOIN_TASK, waiting, "awaitDone"));
        points.add(on("java.lang.Thread", threads, "start()", START_IN_CONTAINER));
        points.add(on("java.lang.VirtualThread", threads, START_IN_CONTAINER));
        points.add(on("java.lang.Thread", new ThreadEnd(), "exit()"));
        points.add(on("java.lang.VirtualThread", new VirtualThreadRun(), "run(Ljava/lang/Runnable;)"));
        points.add(on("java.util.concurrent.FutureTask", new Completion(), "set", "setException"));
        points.addAll(Stages.points());
        return List.copyOf(points);
    }

    /** Returns further points, which only replays need: they have to know which threads wait. */
    public static List<HookPoint> pointsOfReplays() {
        var lock = "java.util.concurrent.locks.LockSupport";
        return List.of(on(lock, new Park(), "park", "parkNanos", "parkUntil"), on(lock, new Unpark(), "unpark"));
    }

    /** Returns the pools whose worker loop runs tasks. */
    public static Set<String> pools() {
        return Set.copyOf(POOLS);
    }

    /**
     * Binds the lane a task was handed over with; returns a token for {@link #end}, {@code null} if it has none.
     *
     * @param executor who runs the task, {@code null}: not known
     */
    public static @Nullable Object begin(Object task, @Nullable Object executor) {
        return begin(HandOver.take(task, executor));
    }

    static @Nullable Object begin(@Nullable Lane lane) {
        return lane == null ? null : new Work(lane, Scope.bind(lane));
    }

    /** Ends what {@link #begin} began. */
    public static void end(Object token) {
        var work = (Work) token;
        Scope.restore(work.before());
        work.lane().ended();
    }

    static HookPoint on(String type, Hook hook, String... methods) {
        return HookPoint.on(NAME, type, hook, methods);
    }
}
