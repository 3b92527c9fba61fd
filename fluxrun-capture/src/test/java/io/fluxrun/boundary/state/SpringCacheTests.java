package io.fluxrun.boundary.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.replay.RequestKey;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
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

class SpringCacheTests {
    private static final RequestKey AS_IS = new RequestKey() {
        @Override
        public String boundary() {
            return StateBoundary.NAME;
        }

        @Override
        public Value key(Value request) {
            return request;
        }
    };

    record Price(String sku, BigDecimal amount) {}

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
            live = inLane(recording.main(), () -> use(cache));
            recorded.addAll(recording.end());
            assertThat(recording.reasons()).isEmpty();
        }
        assertThat(recorded).extracting(Exchange::operation).containsOnly("CACHE prices");
        var empty = new ConcurrentMapCache("prices");
        for (int i = 0; i < 2; i++) {
            var replay = new ReplayInMemory(recorded, AS_IS);
            assertThat(inLane(replay.main(), () -> use(empty))).isEqualTo(live);
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
            inLane(recording.main(), () -> cache.get("a"));
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
            assertThatThrownBy(() -> inLane(recording.main(), () -> new ConcurrentMapCache("prices").get("a", failing)))
                    .isInstanceOf(Cache.ValueRetrievalException.class);
            recorded = recording.end();
        }
        var replay = new ReplayInMemory(recorded, AS_IS);
        assertThatThrownBy(() -> inLane(replay.main(), () -> new ConcurrentMapCache("prices").get("a", failing)))
                .isInstanceOf(Cache.ValueRetrievalException.class)
                .hasRootCauseMessage("no price");
    }

    @Test
    void anUnrecordedQuestionIsNotAskedOfTheRealCache() {
        var cache = new ConcurrentMapCache("prices");
        cache.put("real", "value");
        var replay = new ReplayInMemory(List.of(), AS_IS);
        assertThatThrownBy(() -> inLane(replay.main(), () -> cache.get("real"))).isInstanceOf(DivergedError.class);
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
        cache.clear();
        return seen;
    }

    private static <T> T inLane(Lane lane, Callable<T> work) throws Exception {
        Lane before = Scope.bind(lane);
        try {
            return work.call();
        } finally {
            Scope.restore(before);
        }
    }
}
