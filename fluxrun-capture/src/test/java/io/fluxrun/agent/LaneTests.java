package io.fluxrun.agent;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import io.fluxrun.scope.Session;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LaneTests {
    private static final String HERE = LaneTests.class.getName();
    private final RecordingSession session = new RecordingSession();

    @BeforeAll
    static void install() {
        Installed.hooks();
    }

    @Test
    void aPoolRunsATaskInTheLaneThatHandedItOver() throws Exception {
        var pool = Executors.newFixedThreadPool(1);
        try {
            pool.submit(LaneTests::lane).get();
            var lanes = InLane.of(
                    session,
                    () -> List.of(
                            pool.submit(LaneTests::lane).get(),
                            pool.submit(LaneTests::lane).get()));
            assertThat(lanes)
                    .containsExactly(
                            "main/" + HERE + "#aPoolRunsATaskInTheLaneThatHandedItOver#1",
                            "main/" + HERE + "#aPoolRunsATaskInTheLaneThatHandedItOver#2");
            assertThat(pool.submit(LaneTests::lane).get()).as("afterwards").isEqualTo("none");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aWorkerStartedInALaneIsInNone() throws Exception {
        var pool = Executors.newFixedThreadPool(1);
        try {
            InLane.of(session, () -> pool.submit(LaneTests::lane).get());
            assertThat(session.lanes).hasSize(1);
            var after = new CompletableFuture<String>();
            InLane.of(session, () -> {
                Scope.suspend();
                pool.execute(() -> after.complete(lane()));
                return after.get(9, SECONDS);
            });
            assertThat(after).isCompletedWithValue("none");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aWorkerStartedInAReplayIsInItsAirlock() throws Exception {
        var sealed = new Sealed();
        var pool = Executors.newFixedThreadPool(1);
        try {
            InLane.of(sealed, () -> pool.submit(() -> 1).get());
            Scope.sessionOpened();
            assertThat(pool.submit(LaneTests::lane).get()).isEqualTo("main of sealed");
        } finally {
            Scope.sessionClosed();
            pool.shutdown();
        }
    }

    @Test
    void aRejectedTaskIsForgotten() throws Exception {
        var pool = new ThreadPoolExecutor(1, 1, 0, SECONDS, new ArrayBlockingQueue<>(1));
        pool.shutdown();
        Runnable task = () -> {};
        InLane.of(session, () -> {
            assertThatThrownBy(() -> pool.execute(task)).isInstanceOf(RejectedExecutionException.class);
            assertThat(HandOver.awaits(task)).isFalse();
            return null;
        });
    }

    @Test
    void aScheduledTaskIsInALane() throws Exception {
        var pool = Executors.newScheduledThreadPool(1);
        try {
            assertThat(InLane.of(
                            session,
                            () -> pool.schedule(LaneTests::lane, 1, NANOSECONDS).get()))
                    .isEqualTo("main/" + HERE + "#aScheduledTaskIsInALane#1");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void theCommonPoolCarriesLanes() throws Exception {
        assertThat(InLane.of(
                        session,
                        () -> CompletableFuture.supplyAsync(LaneTests::lane).get()))
                .isEqualTo("main/" + HERE + "#theCommonPoolCarriesLanes#1");
        assertThat(CompletableFuture.supplyAsync(LaneTests::lane).get()).isEqualTo("none");
    }

    @Test
    void forkedTasksAreLanesOfWhoForksThem() throws Exception {
        var pool = new ForkJoinPool(2);
        try {
            var names = InLane.of(session, () -> pool.invoke(new Tree(2)));
            assertThat(names).startsWith("main/").contains(Tree.class.getName() + "#compute#1");
            assertThat(session.lanes).doesNotHaveDuplicates().hasSize(4);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aParallelStreamIsOneLane() throws Exception {
        Set<String> lanes = ConcurrentHashMap.newKeySet();
        InLane.of(session, () -> {
            IntStream.range(0, 1000).parallel().forEach(i -> lanes.add(lane()));
            return null;
        });
        assertThat(lanes).containsExactly("main/" + HERE + "#aParallelStreamIsOneLane#1");
        assertThat(session.lanes).hasSize(1);
    }

    @Test
    void whoHelpsWhileWaitingLendsNoLane() throws Exception {
        var pool = new ForkJoinPool(1);
        try {
            var begun = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            var stranger = new CompletableFuture<String>();
            var inLane = InLane.of(session, () -> {
                var waiting = pool.submit(() -> {
                    begun.countDown();
                    go.await();
                    return CompletableFuture.supplyAsync(LaneTests::lane, pool).join() + " then " + lane();
                });
                return waiting;
            });
            begun.await();
            pool.execute(() -> stranger.complete(lane()));
            go.countDown();
            inLane.get();
            assertThat(stranger.get()).isEqualTo("none");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aStartedThreadIsALane() throws Exception {
        assertThat(InLane.of(session, () -> {
                    var lane = new CompletableFuture<String>();
                    new Thread(() -> lane.complete(lane())).start();
                    return lane.get();
                }))
                .isEqualTo("main/" + HERE + "#aStartedThreadIsALane#1");
    }

    @Test
    void aVirtualThreadIsALane() throws Exception {
        ExecutorService pool;
        try {
            pool = (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException olderThan21) {
            assertThat(Runtime.version().feature()).isLessThan(21);
            return;
        }
        try {
            var lanes = InLane.of(
                    session,
                    () -> List.of(
                            pool.submit(LaneTests::lane).get(),
                            pool.submit(LaneTests::lane).get()));
            assertThat(lanes)
                    .containsExactly(
                            "main/" + HERE + "#aVirtualThreadIsALane#1", "main/" + HERE + "#aVirtualThreadIsALane#2");
            assertThat(session.lanes)
                    .as("waking a virtual thread hands nothing over")
                    .hasSize(2);
        } finally {
            pool.shutdown();
        }
    }

    private static String lane() {
        Lane lane = Scope.current();
        if (lane == null) {
            return "none";
        }
        return lane.session() instanceof Sealed ? lane.name() + " of sealed" : lane.name();
    }

    private static final class Tree extends RecursiveTask<String> {
        private static final long serialVersionUID = 1L;
        private final int depth;

        Tree(int depth) {
            this.depth = depth;
        }

        @Override
        protected String compute() {
            if (depth == 0) {
                return lane();
            }
            var left = new Tree(depth - 1);
            var right = new Tree(depth - 1);
            left.fork();
            return right.compute() + " " + left.join();
        }
    }

    private static final class Sealed implements Session {
        private final Lane airlock = Lane.main(this);

        @Override
        public String id() {
            return "sealed";
        }

        @Override
        public boolean closed() {
            return false;
        }

        @Override
        public Lane airlock() {
            return airlock;
        }

        @Override
        public void laneOpened(Lane child) {}
    }
}
