package io.fluxrun.replay;

import static io.fluxrun.replay.Orders.http;
import static io.fluxrun.replay.Orders.recorded;
import static io.fluxrun.replay.Orders.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.run.Verdict;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A cache that the repaired code looks into otherwise than the recorded run did. */
class AbsentStateTests {
    private static final String OTHER_LANE = "main/com.acme.A#go#1";

    @Test
    void whatTheRunDidNotLookUpIsAbsentAndRemarked() {
        var shop = asRecorded(recorded().shop());
        assertThat(lookUp(shop, "a")).isNull();
        assertThat(lookUp(shop, "b")).isNull();
        shop.pay();
        var result = shop.answers(200, "");
        assertThat(result.verdict()).isEqualTo(Verdict.REPAIRED);
        assertThat(result.message())
                .contains("note: CACHE prices (state) was looked up 2 times in lane main where the recorded run did"
                        + " not, and taken to be absent: {\"key\":\"a\"}");
    }

    @Test
    void aRecordedLookUpIsServed() {
        var shop = withCacheBefore().shop();
        assertThat(lookUp(shop, "a")).isEqualTo("1");
        shop.checkStock();
        shop.pay();
        assertThat(shop.answers(200, "").verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void anotherKeyInPlaceOfARecordedOneDivergesBeforeTheBreakingExchange() {
        var shop = withCacheBefore().shop();
        assertThat(lookUp(shop, "A")).isNull();
        shop.checkStock();
        shop.pay();
        var result = shop.answers(200, "");
        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.message())
                .contains("CACHE prices (state) has no answer in the fixture")
                .contains("nearest: exchange 1 CACHE prices (state)")
                .contains("recorded: \"a\"")
                .contains("replayed: \"A\"");
    }

    @Test
    void anotherKeyInPlaceOfARecordedOneDivergesAfterIt() {
        var shop = withCacheAfter().shop();
        var result = asRecordedThen(shop, "A");
        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
    }

    @Test
    void anotherKeyThatIsDeclaredIsNoDivergence() {
        var shop =
                withCacheAfter().allowing(removed(4, "state", "CACHE prices")).shop();
        assertThat(asRecordedThen(shop, "A").verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void anotherKeyBesideTheRecordedOneIsAbsent() {
        var shop = asRecorded(withCacheAfter().shop());
        assertThat(lookUp(shop, "b")).isNull();
        assertThat(lookUp(shop, "a")).isEqualTo("1");
        shop.pay();
        assertThat(shop.answers(200, "").verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void anotherCacheSaysNothingAboutASkippedLookUp() {
        var shop = asRecorded(withCacheAfter().shop());
        assertThat(shop.session.lookUp(shop.lane(), "state", "CACHE other", key("a")))
                .isNull();
        shop.pay();
        assertThat(shop.answers(200, "").verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void aLookUpThatIsNoLongerMadeBeforeTheBreakingExchangeProvesNothing() {
        var shop = withCacheBefore().shop();
        shop.checkStock();
        shop.pay();
        assertThat(shop.answers(200, "").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aRecordedKeyLookedUpOnceMoreIsAsItWas() {
        var shop = asRecorded(withCacheAfter().shop());
        assertThat(lookUp(shop, "a")).isEqualTo("1");
        assertThat(lookUp(shop, "a")).isEqualTo("1");
        shop.pay();
        var result = shop.answers(200, "");
        assertThat(result.verdict()).isEqualTo(Verdict.REPAIRED);
        assertThat(result.message())
                .contains("note: CACHE prices (state) was looked up where the recorded run did not, and is taken to be"
                        + " as in exchange 4");
    }

    @Test
    void aRecordedKeyLookedUpByAnotherLaneIsAsItWas() {
        var shop = asRecorded(withCacheAfter().lane(OTHER_LANE).shop());
        assertThat(lookUp(shop.handOver("com.acme.A#go"), "a")).isEqualTo("1");
        assertThat(lookUp(shop, "a")).isEqualTo("1");
    }

    @Test
    void aKeyThatOtherLanesSawChangeIsAmbiguous() {
        var shop = asRecorded(recorded()
                .lane(OTHER_LANE)
                .exchanges(
                        http(1, "GET", "/orders/ord_01", "", 200, "{}"),
                        http(2, "POST", "/stock/check", "{\"sku\":\"A\",\"n\":1}", 503, "{}"),
                        cache(3, Lane.MAIN, "a", "1"),
                        cache(4, Lane.MAIN, "a", "2"))
                .writes()
                .shop());
        var other = shop.handOver("com.acme.A#go");
        assertThatThrownBy(() -> lookUp(other, "a")).isInstanceOf(DivergedError.class);
        assertThat(shop.answers(200, "").verdict()).isEqualTo(Verdict.DIVERGED);
    }

    @Test
    void manyAbsentKeysHideNoDivergence() {
        var shop = recorded().shop();
        for (int i = 0; i < 100; i++) {
            assertThat(lookUp(shop, "a" + i)).isNull();
        }
        assertThatThrownBy(() -> shop.get("/other")).isInstanceOf(DivergedError.class);
        asRecorded(shop).pay();
        assertThat(shop.answers(200, "").verdict()).isEqualTo(Verdict.DIVERGED);
    }

    private static ReplayResult asRecordedThen(Shop shop, String key) {
        asRecorded(shop);
        assertThat(lookUp(shop, key)).isNull();
        shop.pay();
        return shop.answers(200, "");
    }

    private static Shop asRecorded(Shop shop) {
        shop.readOrder();
        shop.checkStock();
        return shop;
    }

    private static @Nullable String lookUp(Shop shop, String key) {
        var answer = shop.session.lookUp(shop.lane(), "state", "CACHE prices", key(key));
        return answer == null ? null : ((Answer.Response) answer).value().text();
    }

    /** The cache is looked into first, before the stock check, which breaks. */
    private static Orders withCacheBefore() {
        return recorded()
                .exchanges(
                        cache(1, Lane.MAIN, "a", "1"),
                        http(2, "POST", "/stock/check", "{\"sku\":\"A\",\"n\":1}", 503, "{}"),
                        http(3, "POST", "/authorise", "{\"total\":10}", 200, "{}"));
    }

    private static Orders withCacheAfter() {
        return recorded()
                .exchanges(
                        http(1, "GET", "/orders/ord_01", "", 200, "{}"),
                        http(2, "POST", "/stock/check", "{\"sku\":\"A\",\"n\":1}", 503, "{}"),
                        http(3, "POST", "/authorise", "{\"total\":10}", 200, "{}"),
                        cache(4, Lane.MAIN, "a", "1"));
    }

    private static Exchange cache(int n, String lane, String key, String value) {
        return new Exchange(
                n, lane, "state", "CACHE prices", n * 100_000_000L, 1, key(key), Answer.of(Value.of(value)));
    }

    private static Value key(String key) {
        return Value.fields().put("key", key).build();
    }
}
