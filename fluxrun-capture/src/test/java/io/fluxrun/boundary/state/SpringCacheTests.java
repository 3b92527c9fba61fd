package io.fluxrun.boundary.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.run.Exchange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.cache.Cache;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.cache.interceptor.SimpleKey;
import org.springframework.cache.support.NoOpCache;
import org.springframework.cache.transaction.TransactionAwareCacheDecorator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class SpringCacheTests {
    record Price(String sku, BigDecimal amount) {}

    /** Equal to itself only. */
    static final class Stock {
        public int pieces;

        Stock(int pieces) {
            this.pieces = pieces;
        }
    }

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @Test
    void hitsMissesAndLoadsAreReplayedOnAnEmptyCache() throws Exception {
        var cache = new ConcurrentMapCache("prices");
        cache.put("warm", new Price("warm", new BigDecimal("1.50")));
        cache.put(new SimpleKey("a", 2), "by two");
        cache.put("nothing", null);
        var recorded = new ArrayList<Exchange>();
        List<Object> live;
        try (var recording = new RecordingInMemory()) {
            live = StateRuns.inLane(recording.main(), () -> use(cache));
            recorded.addAll(recording.end());
            assertThat(recording.reasons()).isEmpty();
        }
        assertThat(recorded).extracting(Exchange::operation).containsOnly("CACHE prices");
        var empty = new ConcurrentMapCache("prices");
        for (int i = 0; i < 2; i++) {
            var replay = new ReplayInMemory(recorded, StateRuns.AS_IS);
            assertThat(StateRuns.inLane(replay.main(), () -> use(empty))).isEqualTo(live);
            assertThat(replay.left()).isEmpty();
        }
        assertThat(empty.getNativeCache()).as("nothing is put in a replay").isEmpty();
    }

    @Test
    void aCacheAroundAnotherIsAskedOnce() throws Exception {
        var inner = new ConcurrentMapCache("prices");
        var cache = new ConcurrentMapCache("around") {
            @Override
            public ValueWrapper get(Object key) {
                return inner.get(key);
            }
        };
        try (var recording = new RecordingInMemory()) {
            StateRuns.inLane(recording.main(), () -> cache.get("a"));
            assertThat(recording.end()).hasSize(1);
        }
    }

    @Test
    void aLoaderThatFailsFailsTheSameWay() throws Exception {
        Callable<Object> failing = () -> {
            throw new IllegalStateException("no price");
        };
        List<Exchange> recorded;
        try (var recording = new RecordingInMemory()) {
            assertThatThrownBy(() -> StateRuns.inLane(
                            recording.main(), () -> new ConcurrentMapCache("prices").get("a", failing)))
                    .isInstanceOf(Cache.ValueRetrievalException.class);
            recorded = recording.end();
        }
        var replay = new ReplayInMemory(recorded, StateRuns.AS_IS);
        assertThatThrownBy(
                        () -> StateRuns.inLane(replay.main(), () -> new ConcurrentMapCache("prices").get("a", failing)))
                .isInstanceOf(Cache.ValueRetrievalException.class)
                .hasRootCauseMessage("no price");
    }

    @Test
    void anUnrecordedLookUpFindsNothingWhateverTheRealCacheHolds() throws Exception {
        var cache = new ConcurrentMapCache("prices");
        cache.put("real", "value");
        var replay = new ReplayInMemory(List.of(), StateRuns.AS_IS);
        assertThat(StateRuns.inLane(replay.main(), () -> cache.get("real"))).isNull();
        assertThat(StateRuns.inLane(replay.main(), () -> cache.get("real", String.class)))
                .isNull();
        assertThat(StateRuns.inLane(replay.main(), () -> cache.evictIfPresent("other")))
                .isFalse();
        assertThat(StateRuns.inLane(replay.main(), () -> cache.get("real", () -> "loaded")))
                .isEqualTo("loaded");
        assertThat(replay.notes()).containsOnly("absent: CACHE prices").hasSize(4);
        assertThat(replay.misses()).isEmpty();
        assertThat(cache.get("real", String.class)).isEqualTo("value");
    }

    @Test
    void whatTheRunPutThereItselfIsItsOwnInTheRepairedCodeToo() throws Exception {
        var cache = new ConcurrentMapCache("prices");
        var recorded = StateRuns.record(() -> {
            cache.put("a", "as recorded");
            cache.get("loaded", () -> "as recorded");
            return cache.get("a", String.class) + cache.get("loaded").get();
        });
        assertThat(recorded.exchanges()).as("a load, and no own value").hasSize(1);
        assertThat(recorded.reasons()).isEmpty();
        var empty = new ConcurrentMapCache("prices");
        var replay = new ReplayInMemory(recorded.exchanges(), StateRuns.AS_IS);
        var other = new ReplayInMemory(recorded.exchanges(), StateRuns.AS_IS);
        assertThat(StateRuns.inLane(replay.main(), () -> {
                    empty.put("evicted", "own");
                    assertThat(empty.evictIfPresent("evicted")).isTrue();
                    assertThat(empty.get("evicted")).isNull();
                    empty.put("a", "repaired");
                    empty.get("loaded", () -> " too");
                    return empty.get("a", String.class) + empty.get("loaded").get();
                }))
                .isEqualTo("repaired too");
        assertThat(StateRuns.inLane(other.main(), () -> empty.get("a")))
                .as("of another replay")
                .isNull();
        assertThat(empty.getNativeCache()).isEmpty();
    }

    @Test
    void anOwnValueThatComesBackAsAnEqualOneIsStillOwn() throws Exception {
        var serializing = new ConcurrentMapCache("prices") {
            @Override
            protected Object lookup(Object key) {
                return super.lookup(key) instanceof Stock stock ? new Stock(stock.pieces) : null;
            }
        };
        var recorded = StateRuns.record(() -> {
            serializing.put("a", new Stock(7));
            return ((Stock) serializing.get("a").get()).pieces;
        });
        assertThat(recorded.exchanges()).isEmpty();
        assertThat(recorded.reasons()).isEmpty();
    }

    @Test
    void anotherRunsChangeOfAnOwnKeyMakesTheRunPartial() throws Exception {
        var cache = new ConcurrentMapCache("prices");
        var recorded = StateRuns.record(() -> {
            cache.put("a", "own");
            StateRuns.inLane(null, () -> {
                cache.put("a", "of another run");
                return "";
            });
            return cache.get("a").get();
        });
        assertThat(recorded.reasons())
                .containsExactly("state: what the run had put into the cache prices was evicted or changed by others"
                        + " before it looked again");
    }

    @Test
    void aDecoratorThatWritesWhenTheTransactionEndsIsLookedThrough() throws Exception {
        var cache = new ConcurrentMapCache("prices");
        var recorded = StateRuns.record(() -> useInTransaction(cache));
        assertThat(recorded.live()).isEqualTo("before null, after put");
        recorded.isReplayedBy(() -> useInTransaction(new ConcurrentMapCache("prices")));
    }

    private static String useInTransaction(Cache target) {
        var cache = new TransactionAwareCacheDecorator(target);
        TransactionSynchronizationManager.initSynchronization();
        try {
            cache.put("a", "put");
            var before = cache.get("a");
            TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
            return "before " + before + ", after " + cache.get("a").get();
        } finally {
            TransactionSynchronizationManager.clear();
        }
    }

    @Test
    void aCacheThatHoldsNothingIsNoState() throws Exception {
        var none = new NoOpCache("none");
        var recorded = StateRuns.record(() -> {
            none.put("a", "b");
            return String.valueOf(none.get("a"));
        });
        assertThat(recorded.exchanges()).isEmpty();
        assertThat(recorded.reasons()).isEmpty();
    }

    private static List<Object> use(Cache cache) {
        var seen = new ArrayList<>();
        seen.add(cache.get("warm").get());
        seen.add(cache.get("warm", Price.class));
        seen.add(cache.get(new SimpleKey("a", 2)).get());
        seen.add(cache.get("nothing").get());
        seen.add(cache.get("cold"));
        cache.put("cold", "put");
        seen.add(cache.get("cold").get());
        seen.add(cache.get("loaded", () -> "from the loader"));
        seen.add(cache.get("loaded", () -> "not called"));
        cache.evict("loaded");
        seen.add(cache.get("loaded"));
        seen.add(cache.putIfAbsent("warm", "not put").get());
        seen.add(cache.putIfAbsent("lock", "mine"));
        seen.add(cache.putIfAbsent("lock", "not again").get());
        seen.add(cache.evictIfPresent(new SimpleKey("a", 2)));
        seen.add(cache.evictIfPresent(new SimpleKey("a", 2)));
        seen.add(cache.evictIfPresent("never"));
        cache.clear();
        return seen;
    }
}
