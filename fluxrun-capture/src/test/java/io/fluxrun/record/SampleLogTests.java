package io.fluxrun.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleLogTests {
    private static final String NANO_TIME = "java.lang.System.nanoTime()";

    private final SampleLog log = new SampleLog();

    @Test
    void samplesComeBackAsTheyWereGiven() {
        var instants = List.of(
                Instant.parse("2026-11-21T08:15:00.123456789Z"),
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                Instant.EPOCH,
                Instant.parse("2262-04-11T23:47:15.999999999Z"),
                Instant.parse("1677-09-21T00:12:44Z"),
                Instant.MIN,
                Instant.MAX);
        for (boolean owner : new boolean[] {true, false}) {
            instants.forEach(instant -> log.add(owner, "java.time.Instant.now()", "Site#one", instant, bytes -> true));
            log.add(owner, "java.time.Clock.instant()", "Site#two", Instant.EPOCH, bytes -> true);
            log.add(owner, "java.lang.System.nanoTime()", "Site#three", Long.MIN_VALUE, bytes -> true);
            log.add(owner, "java.util.UUID.randomUUID()", "Site#four", null, bytes -> true);
        }
        var samples = log.samples();
        assertThat(samples).hasSize(20);
        assertThat(samples.subList(0, 10)).isEqualTo(samples.subList(10, 20));
        assertThat(samples.subList(0, 7)).extracting(Sample::value).isEqualTo(List.copyOf(instants));
        assertThat(samples.subList(7, 10))
                .containsExactly(
                        new Sample("java.time.Clock.instant()", "Site#two", Instant.EPOCH),
                        new Sample("java.lang.System.nanoTime()", "Site#three", Long.MIN_VALUE),
                        new Sample("java.util.UUID.randomUUID()", "Site#four", null));
    }

    @Test
    void samplesKeepTheirOrderHoweverManyThereAre() {
        var given = new ArrayList<Sample>();
        for (int i = 0; i < 1000; i++) {
            boolean owner = i % 7 != 3 && i != 999;
            var api = i % 2 == 0 ? "java.lang.System.nanoTime()" : "java.lang.System.currentTimeMillis()";
            assertThat(log.add(owner, api, "Site#" + i, (long) i, bytes -> true))
                    .isTrue();
            given.add(new Sample(api, "Site#" + i, (long) i));
        }
        assertThat(log.samples()).isEqualTo(given);
    }

    @Test
    void onlyItsOwnThreadAppendsDirectlyAndOnlyWhereThereWasSpace() throws InterruptedException {
        assertThat(append(0)).as("no space was asked for yet").isFalse();
        log.add(true, NANO_TIME, "Site#one", 0, bytes -> true);
        var another = new Thread(() -> append(1));
        another.start();
        another.join();
        assertThat(log.samples()).hasSize(1);
        long next = 1;
        while (append(next)) {
            next++;
        }
        assertThat(next).isGreaterThan(1);
        assertThat(log.add(true, NANO_TIME, "Site#one", next, bytes -> false)).isFalse();
        assertThat(log.samples())
                .extracting(Sample::value)
                .isEqualTo(LongStream.range(0, next).boxed().toList());
    }

    private boolean append(long value) {
        return SampleLog.append(log.own(), NANO_TIME, "Site#one", value);
    }
}
