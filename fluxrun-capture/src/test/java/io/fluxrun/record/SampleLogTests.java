package io.fluxrun.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleLogTests {
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
}
