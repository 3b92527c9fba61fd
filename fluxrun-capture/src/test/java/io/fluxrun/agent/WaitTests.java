package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.sites.JdkApi;
import com.acme.sites.Waits;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits that were over when they were recorded are over at once; those that were not are waited for. */
@Timeout(120)
class WaitTests {
    private static final long AN_HOUR = 3_600_000;

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @Test
    void whatTimedOutTimesOutAtOnceEvenIfItWouldHappenNow() throws Exception {
        var run = SiteRecording.of(new Waits(2, false)::timedOut);
        var said = run.outcome().error().message();
        assertThat(said.lines())
                .contains(
                        "future: java.util.concurrent.TimeoutException null",
                        "lock: false",
                        "a future's limit: java.util.concurrent.TimeoutException else",
                        "queue: null false false false false null nullnull",
                        "thread: false",
                        "condition: false true false",
                        "all of: [first, java.util.concurrent.CancellationException null]",
                        "process: false",
                        "tries: false false false 0 0 false");
        var waits = new Waits(2, true);
        for (int i = 0; i < 20; i++) {
            assertThat(SiteReplay.differences(said, SiteReplay.message(run, waits::timedOut)))
                    .isEmpty();
        }
    }

    @Test
    void everyWaitOfThisJdkIsRewritten() throws Exception {
        var waits = JdkApi.waits();
        assertThat(waits.size()).isGreaterThan(60);
        assertThat(EveryApiTests.notInTheTable(waits)).isEmpty();
        // What is excused must exist: 25 has more than 17.
        assertThat(JdkApi.notOfThisJdk())
                .isSubsetOf(
                        "ForkJoinPool.schedule",
                        "ForkJoinPool.scheduleAtFixedRate",
                        "ForkJoinPool.scheduleWithFixedDelay",
                        "ForkJoinPool.submitWithTimeout",
                        "StructuredTaskScope$Configuration.withTimeout");
    }

    @Test
    void anHourTakesNoTime() throws Exception {
        var run = SiteRecording.of(new Waits(2, false)::timedOut);
        var said = run.outcome().error().message();
        long started = System.nanoTime();
        var replayed = SiteReplay.message(run, new Waits(AN_HOUR, false)::timedOut);
        assertThat(System.nanoTime() - started).isLessThan(TimeUnit.SECONDS.toNanos(60));
        assertThat(SiteReplay.differences(said, replayed)).allMatch(line -> line.contains("a deadline with sleeps"));
    }

    @Test
    void whatCameInTimeIsWaitedForHoweverShortItsTime() throws Exception {
        var run = SiteRecording.of(new Waits(AN_HOUR, true)::inTime);
        var said = run.outcome().error().message();
        assertThat(said.lines())
                .containsExactly(
                        "future: done",
                        "lock: true",
                        "tries: true true",
                        "all of: [first, second]",
                        "a future's limit: done done",
                        "thread: false",
                        "queue: there");
        for (int i = 0; i < 100; i++) {
            assertThat(SiteReplay.differences(said, SiteReplay.message(run, new Waits(1, true)::inTime)))
                    .isEmpty();
        }
    }
}
