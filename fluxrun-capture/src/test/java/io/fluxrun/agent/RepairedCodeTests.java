package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.sites.Orders;
import io.fluxrun.scope.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What repaired code reads besides moves nothing that was recorded. */
class RepairedCodeTests {
    private static final Instant IN_A_DAY = Instant.now().plus(Duration.ofDays(1));

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @Test
    void anAddedLogLineAndAnAddedIdShiftNoLaterValue() throws Exception {
        var run = SiteRecording.of(new Orders(false, IN_A_DAY)::place);
        var said = run.outcome().error().message();
        assertThat(said.lines()).hasSize(10).contains("token valid");
        assertThat(SiteReplay.message(run, new Orders(true, IN_A_DAY)::place)).isEqualTo(said);
    }

    @Test
    void aRecordedDrawAnswersNoOtherBound() throws Exception {
        var run = SiteRecording.of(new Orders(false, IN_A_DAY)::roll);
        var drawn = numbers(SiteReplay.message(run, new Orders(true, IN_A_DAY)::roll));
        assertThat(drawn).hasSize(50).allMatch(number -> number >= 0 && number < 5);
        assertThat(SiteReplay.message(run, new Orders(true, IN_A_DAY)::roll)).isEqualTo(drawn.toString());
    }

    @Test
    void aTokenLibrarySeesTheRecordedTime() throws Exception {
        var run = SiteRecording.of(new Orders(false, IN_A_DAY)::place);
        var endedLongAgo = Instant.now().minus(Duration.ofDays(7 * 365));
        assertThat(SiteReplay.message(run, new Orders(false, endedLongAgo)::place))
                .endsWith("token expired");
        var eightYearsEarlier = EveryApiTests.eightYearsEarlier(run);
        assertThat(SiteReplay.message(eightYearsEarlier, new Orders(false, endedLongAgo)::place))
                .endsWith("token valid");
    }

    @Test
    void whatAnExchangeDrawsIsNotRecorded() throws Exception {
        var recording = new RecordingSession();
        InLane.of(recording, () -> {
            var before = Scope.suspend();
            try {
                return List.of(UUID.randomUUID(), new Random().ints(3).sum(), Instant.now());
            } finally {
                Scope.restore(before);
            }
        });
        assertThat(recording.lines).isEmpty();
        InLane.of(recording, UUID::randomUUID);
        assertThat(recording.lines).hasSize(1);
    }

    private static List<Integer> numbers(String list) {
        return Stream.of(list.substring(1, list.length() - 1).split(", "))
                .map(Integer::valueOf)
                .toList();
    }
}
