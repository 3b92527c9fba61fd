package io.fluxrun.replay;

import static io.fluxrun.replay.Orders.AT;
import static io.fluxrun.replay.Orders.SITE;
import static io.fluxrun.replay.Orders.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Draw;
import io.fluxrun.run.Reading;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTests {
    private static final String NOW = "java.time.Instant.now()";
    private static final String NANO_TIME = "java.lang.System.nanoTime()";
    private static final String NEW_SITE = "com.acme.Orders#log";

    private final Value first = Value.of(AT.plusMillis(5).toString());
    private final Value second = Value.of(AT.plusMillis(9).toString());

    @Test
    void aSiteSeesItsReadingsInOrder() {
        var shop = recorded()
                .readings(new Reading(Lane.MAIN, NOW, SITE, List.of(first, second)))
                .shop();
        assertThat(shop.session.reading(shop.lane(), NOW, SITE)).isEqualTo(first);
        assertThat(shop.session.reading(shop.lane(), NOW, SITE)).isEqualTo(second);
    }

    @Test
    void anUnknownSiteSeesTheLanesTimeAndConsumesNothing() {
        var shop = recorded()
                .readings(new Reading(Lane.MAIN, NOW, SITE, List.of(first, second)))
                .shop();
        assertThat(shop.session.now(shop.lane())).isEqualTo(AT);
        shop.session.reading(shop.lane(), NOW, SITE);
        assertThat(shop.session.reading(shop.lane(), NOW, NEW_SITE)).isNull();
        assertThat(shop.session.now(shop.lane())).isEqualTo(AT.plusMillis(5));
        assertThat(shop.session.reading(shop.lane(), NOW, SITE)).isEqualTo(second);
    }

    @Test
    void anExchangeMovesTheLanesTime() {
        var shop = recorded().shop();
        shop.readOrder();
        assertThat(shop.session.now(shop.lane())).isEqualTo(AT.plusMillis(150));
    }

    @Test
    void aChildBeginsAtItsParentsTime() {
        var shop = recorded().shop();
        shop.readOrder();
        var child = shop.handOver(SITE);
        assertThat(shop.session.now(child.lane())).isEqualTo(AT.plusMillis(150));
    }

    @Test
    void aSiteThatPollsOnSeesTheClockStepAndIsNoted() {
        var shop = recorded()
                .readings(new Reading(Lane.MAIN, NOW, SITE, List.of(first)))
                .shop();
        shop.session.reading(shop.lane(), NOW, SITE);
        for (int i = 1; i <= 3; i++) {
            assertThat(shop.session.reading(shop.lane(), NOW, SITE)).isNull();
            assertThat(shop.session.now(shop.lane())).isEqualTo(AT.plusMillis(5 + i));
        }
        assertThat(shop.answers(200, "").message())
                .containsOnlyOnce("note: com.acme.Orders#place reads java.time.Instant.now() more often than recorded");
    }

    @Test
    void anUnknownSiteThatPollsOnSeesTheClockStepToo() {
        var shop = recorded().shop();
        var before = shop.session.now(shop.lane());
        for (int i = 0; i < 10; i++) {
            shop.session.reading(shop.lane(), NOW, NEW_SITE);
        }
        assertThat(shop.session.now(shop.lane())).isEqualTo(before.plusMillis(9));
    }

    @Test
    void nanoTimeMovesWithTheClockFromItsLastReading() {
        var shop = recorded()
                .readings(new Reading(Lane.MAIN, NANO_TIME, SITE, List.of(Value.of(7_000), Value.of(9_000))))
                .shop();
        assertThat(shop.session.nanoTime(shop.lane())).isEqualTo(7_000);
        shop.session.reading(shop.lane(), NANO_TIME, SITE);
        shop.session.reading(shop.lane(), NANO_TIME, SITE);
        shop.readOrder();
        assertThat(shop.session.nanoTime(shop.lane())).isEqualTo(9_000 + 150_000_000);
    }

    @Test
    void epochMillisAreReadingsToo() {
        var api = "java.lang.System.currentTimeMillis()";
        var shop = recorded()
                .readings(new Reading(
                        Lane.MAIN, api, SITE, List.of(Value.of(AT.plusSeconds(1).toEpochMilli()))))
                .shop();
        shop.session.reading(shop.lane(), api, SITE);
        assertThat(shop.session.now(shop.lane())).isEqualTo(AT.plusSeconds(1));
    }

    @Test
    void readingsAndDrawsOfAMovedLaneFollowIt() {
        var recordedLane = "main/com.acme.A#go#1";
        var shop = recorded()
                .lane(recordedLane)
                .draws(new Draw(recordedLane, "UUID", SITE, List.of(Value.of("u1"))))
                .shop();
        var moved = shop.handOver("com.acme.Renamed#go");
        assertThat(shop.session.draw(moved.lane(), "UUID", SITE)).isEqualTo(Value.of("u1"));
        assertThat(shop.session.draw(shop.lane(), "UUID", SITE)).isNull();
    }

    @Test
    void unknownDrawsAreTheSameInEveryReplay() {
        var one = recorded().shop();
        var two = recorded().shop();
        long first = one.session.derived(one.lane(), SITE).nextLong();
        assertThat(two.session.derived(two.lane(), SITE).nextLong()).isEqualTo(first);
        assertThat(two.session.derived(two.lane(), SITE).nextLong()).isNotEqualTo(first);
        assertThat(two.session.derived(two.lane(), NEW_SITE).nextLong()).isNotEqualTo(first);
    }

    @Test
    void theEnvironmentIsTheRecordedOne() {
        var shop = recorded().shop();
        assertThat(shop.session.environment(EnvironmentKind.VARIABLE, "REGION")).isEqualTo(Value.of("eu"));
        assertThat(shop.session.environment(EnvironmentKind.VARIABLE, "PATH")).isNull();
    }
}
