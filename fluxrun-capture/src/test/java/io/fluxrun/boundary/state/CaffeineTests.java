package io.fluxrun.boundary.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.CaffeineCaches;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.run.Exchange;
import io.fluxrun.scope.LiveCallBlockedError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaffeineTests {
    record Price(String sku, BigDecimal amount) {}

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWarmCacheIsReplayedOnAnEmptyOne(boolean bounded) throws Exception {
        Cache<String, Object> warm = cache(bounded);
        warm.put("warm", new Price("warm", new BigDecimal("1.50")));
        warm.put("evicted", 7L);
        var recorded = StateRuns.record(() -> use(warm));
        Cache<String, Object> empty = cache(bounded);
        recorded.isReplayedBy(() -> use(empty));
        assertThat(empty.asMap()).as("nothing is put in a replay").isEmpty();
    }

    private static List<Object> use(Cache<String, Object> cache) {
        var seen = new ArrayList<>();
        seen.add(cache.getIfPresent("warm"));
        seen.add(cache.asMap().get("warm"));
        seen.add(cache.get("warm", key -> "not called"));
        seen.add(String.valueOf(cache.getIfPresent("cold")));
        seen.add(cache.get("cold", key -> key + " loaded"));
        seen.add(cache.getIfPresent("cold"));
        seen.add(String.valueOf(cache.asMap().putIfAbsent("given", "first")));
        seen.add(cache.asMap().putIfAbsent("given", "second"));
        cache.putAll(Map.of("all", "put"));
        seen.add(cache.getIfPresent("all"));
        seen.add(cache.asMap().containsKey("evicted"));
        seen.add(cache.asMap().containsKey("never"));
        seen.add(cache.getIfPresent("evicted"));
        cache.invalidate("evicted");
        seen.add(cache.asMap().containsKey("evicted"));
        seen.add(String.valueOf(cache.getIfPresent("evicted")));
        seen.add(new TreeMap<>(cache.getAllPresent(List.of("warm", "cold", "absent"))));
        seen.add(new TreeMap<>(cache.getAll(List.of("warm", "many"), keys -> Map.of("many", "bulk"))));
        cache.invalidateAll();
        seen.add(String.valueOf(cache.getIfPresent("warm")));
        return seen;
    }

    @Test
    void aLoadingCacheLoadsInTheReplayOnlyWhatItLoadedInTheRecording() throws Exception {
        var warm = loading();
        warm.get("warm");
        LOADED.clear();
        var recorded = StateRuns.record(() -> List.of(warm.get("warm"), warm.get("cold"), warm.get("cold")));
        assertThat(LOADED).containsExactly("cold");
        LOADED.clear();
        recorded.isReplayedBy(() -> {
            var empty = loading();
            return List.of(empty.get("warm"), empty.get("cold"), empty.get("cold"));
        });
        assertThat(LOADED).containsExactly("cold", "cold");
    }

    @Test
    void anAsynchronousCacheGivesFuturesAgain() throws Exception {
        var warm = async();
        warm.put("warm", CompletableFuture.completedFuture(new Price("warm", BigDecimal.ONE)));
        var recorded = StateRuns.record(() -> useAsync(warm));
        recorded.isReplayedBy(() -> useAsync(async()));
    }

    private static List<Object> useAsync(AsyncCache<String, Object> cache) {
        return List.of(
                cache.getIfPresent("warm").join(),
                cache.get("cold", key -> key + " loaded").join(),
                cache.synchronous().get("cold", key -> "not called"));
    }

    @Test
    void aCacheIsCalledAfterTheClassThatBuildsItAndWhereInIt() throws Exception {
        var bounded = cache(true);
        var again = cache(true);
        var unbounded = cache(false);
        var operations = StateRuns.record(() -> {
                    bounded.getIfPresent("a");
                    again.getIfPresent("a");
                    return String.valueOf(unbounded.getIfPresent("a"));
                })
                .exchanges()
                .stream()
                .map(Exchange::operation)
                .toList();
        assertThat(operations).allMatch(operation -> operation.startsWith("CACHE com.acme.CaffeineCaches"));
        assertThat(operations.get(1)).isEqualTo(operations.get(0)).isNotEqualTo(operations.get(2));
    }

    @Test
    void aPendingFutureMakesTheRunPartial() throws Exception {
        var warm = async();
        warm.put("slow", new CompletableFuture<>());
        var recorded = StateRuns.record(() -> warm.getIfPresent("slow").isDone());
        assertThat(recorded.reasons())
                .containsExactly("state: a cached future that was not complete is not recorded yet");
    }

    @Test
    void aValueThatIsNoDataMakesTheRunPartialAndIsNamed() throws Exception {
        Cache<String, Object> warm = cache(true);
        warm.put("lock", new Thread("value"));
        var recorded = StateRuns.record(() -> String.valueOf(warm.getIfPresent("lock")));
        assertThat(recorded.reasons()).singleElement().asString().contains("cached value: java.lang.Thread cannot");
    }

    @Test
    void whatTheRunPutThereItselfIsItsOwnInTheRepairedCodeToo() throws Exception {
        Cache<String, Object> warm = cache(true);
        var recorded = StateRuns.record(() -> {
            warm.put("a", "as recorded");
            return warm.getIfPresent("a");
        });
        assertThat(recorded.exchanges()).isEmpty();
        var replay = new ReplayInMemory(recorded.exchanges(), StateRuns.AS_IS);
        Cache<String, Object> empty = cache(true);
        assertThat(StateRuns.inLane(replay.main(), () -> {
                    empty.put("a", "repaired");
                    return empty.getIfPresent("a");
                }))
                .isEqualTo("repaired");
    }

    @Test
    void anotherRunsChangeOfAnOwnKeyMakesTheRunPartial() throws Exception {
        Cache<String, Object> warm = cache(true);
        var recorded = StateRuns.record(() -> {
            warm.put("a", "own");
            StateRuns.inLane(null, () -> warm.asMap().put("a", "of another run"));
            return warm.getIfPresent("a");
        });
        assertThat(recorded.reasons()).singleElement().asString().contains("changed by others");
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNotRecordedIsRefusedInAReplay(String method, Consumer<ConcurrentMap<String, Object>> use)
            throws Exception {
        Cache<String, Object> warm = cache(true);
        warm.put("a", "b");
        assertThat(StateRuns.record(() -> used(warm, use)).reasons())
                .first()
                .asString()
                .startsWith("state: " + method + " on a com.github.benmanes");
        warm.put("a", "b");
        var replay = new ReplayInMemory(List.of(), StateRuns.AS_IS);
        assertThatThrownBy(() -> StateRuns.inLane(replay.main(), () -> used(warm, use)))
                .isInstanceOf(LiveCallBlockedError.class)
                .hasMessageContaining(method);
        assertThat(warm.asMap()).isEqualTo(Map.of("a", "b"));
    }

    static List<Arguments> whatIsNotRecordedIsRefusedInAReplay() {
        return List.of(
                use("merge", map -> map.merge("a", "c", (old, added) -> added)),
                use("compute", map -> map.compute("a", (key, old) -> "c")),
                use("computeIfPresent", map -> map.computeIfPresent("a", (key, old) -> "c")),
                use("replace", map -> map.replace("a", "c")),
                use("replace", map -> map.replace("a", "b", "c")),
                use("replaceAll", map -> map.replaceAll((key, value) -> "c")),
                use("forEach", map -> map.forEach((key, value) -> {})),
                use("size", map -> map.size()),
                use("isEmpty", map -> map.isEmpty()),
                use("containsValue", map -> map.containsValue("b")),
                use("keySet", map -> map.keySet()),
                use("values", map -> map.values()),
                use("entrySet", map -> map.entrySet()));
    }

    private static Arguments use(String method, Consumer<ConcurrentMap<String, Object>> use) {
        return Arguments.of(method, use);
    }

    private static String used(Cache<String, Object> cache, Consumer<ConcurrentMap<String, Object>> use) {
        use.accept(cache.asMap());
        return "";
    }

    @Test
    void anUnrecordedLookUpFindsNothingWhateverTheRealCacheHolds() throws Exception {
        Cache<String, Object> warm = cache(true);
        warm.put("real", "value");
        var replay = new ReplayInMemory(List.of(), StateRuns.AS_IS);
        assertThat(StateRuns.inLane(replay.main(), () -> {
                    var seen = new ArrayList<>();
                    seen.add(warm.getIfPresent("real"));
                    seen.add(warm.asMap().containsKey("real"));
                    seen.add(warm.getAllPresent(List.of("real")));
                    seen.add(warm.get("real", key -> "loaded"));
                    seen.add(warm.getIfPresent("real"));
                    return seen;
                }))
                .containsExactly(null, false, Map.of(), "loaded", "loaded");
        assertThat(replay.misses()).isEmpty();
        assertThat(replay.notes()).hasSize(4);
        assertThat(warm.getIfPresent("real")).isEqualTo("value");
    }

    private static final List<String> LOADED = new ArrayList<>();

    private static LoadingCache<String, String> loading() {
        return Caffeine.newBuilder().build(key -> {
            LOADED.add(key);
            return key + " loaded";
        });
    }

    private static AsyncCache<String, Object> async() {
        return Caffeine.newBuilder().executor(Runnable::run).buildAsync();
    }

    private static Cache<String, Object> cache(boolean bounded) {
        return bounded ? CaffeineCaches.bounded() : CaffeineCaches.unbounded();
    }
}
