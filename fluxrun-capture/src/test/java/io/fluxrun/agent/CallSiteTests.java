package io.fluxrun.agent;

import static io.fluxrun.scope.EnvironmentKind.PROPERTY;
import static io.fluxrun.scope.EnvironmentKind.VARIABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Value;
import io.fluxrun.scope.Plain;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallSiteTests {
    @BeforeAll
    static void install() {
        Installed.hooks();
    }

    @Test
    void everyReadingIsRecordedWithItsSiteAndTheApplicationGetsTheSameValue() throws Exception {
        recordsWhatTheApplicationGets(Calling::clocks, "clocks");
    }

    @Test
    void everyDrawIsRecordedWithItsBounds() throws Exception {
        recordsWhatTheApplicationGets(() -> Calling.draws(new Random(3)), "draws");
    }

    @Test
    void methodReferencesAreRecordedAtTheMethodThatMakesThem() throws Exception {
        recordsWhatTheApplicationGets(() -> Calling.references(new Random(3)), "references");
    }

    @Test
    void aSeededSourceIsNotDisturbed() throws Exception {
        var untouched = Calling.draws(new Random(3));
        var recorded = InLane.of(new RecordingSession(), () -> Calling.draws(new Random(3)));
        assertThat(recorded.get("java.util.Random.nextGaussian()"))
                .isEqualTo(untouched.get("java.util.Random.nextGaussian()"));
    }

    @Test
    void recordedValuesComeBack() throws Exception {
        comesBack(Calling::clocks);
        comesBack(() -> Calling.draws(new Random(4)));
        comesBack(() -> Calling.references(new Random(4)));
    }

    @Test
    void aSiteWithoutReadingsGetsTheLanesTime() throws Exception {
        var replay = new ReplayingSession();
        var readings = InLane.of(replay, Calling::clocks);
        var now = ReplayingSession.NOW;
        assertThat(readings)
                .containsEntry("java.lang.System.currentTimeMillis()", now.toEpochMilli())
                .containsEntry("java.lang.System.nanoTime()", 77L)
                .containsEntry("java.util.Date()", Date.from(now))
                .containsEntry("java.time.Instant.now()", now)
                .containsEntry("java.time.Clock.instant()", now)
                .containsEntry("java.time.ZonedDateTime.now(ZoneId)", now.atZone(ZoneOffset.UTC))
                .containsEntry(
                        "java.time.LocalDate.now(ZoneId)",
                        now.atZone(ZoneOffset.UTC).toLocalDate());
        assertThat(((Calendar) readings.get("java.util.Calendar.getInstance()")).toInstant())
                .isEqualTo(now);
    }

    @Test
    void aSiteWithoutDrawsIsRepeatable() throws Exception {
        var first = InLane.of(new ReplayingSession(), () -> Calling.draws(new Random()));
        var second = InLane.of(new ReplayingSession(), () -> Calling.draws(new Random()));
        assertThat(first).usingRecursiveComparison().isEqualTo(second);
        assertThat(((UUID) first.get("java.util.UUID.randomUUID()")).version()).isEqualTo(4);
    }

    @Test
    void aRecordedDrawAnswersNoOtherBound() throws Exception {
        var replay = new ReplayingSession();
        replay.recorded.put("java.util.Random.nextInt(99)", Value.of(98));
        replay.recorded.put("java.util.Random.nextInt(10)", Value.of("no number"));
        var draws = InLane.of(replay, () -> Calling.draws(new Random()));
        assertThat((Integer) draws.get("java.util.Random.nextInt(10)")).isBetween(0, 9);
    }

    @Test
    void outsideALaneEverythingIsReal() {
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        assertThat((Date) Calling.clocks().get("java.util.Date()")).isAfterOrEqualTo(before);
        assertThat(Calling.references(new Random()).get("java.time.Clock.instant()"))
                .isInstanceOfSatisfying(Instant.class, read -> assertThat(read).isAfterOrEqualTo(before));
    }

    @Test
    void theSiteOfALambdaIsTheMethodThatHoldsIt() throws Exception {
        var recording = new RecordingSession();
        InLane.of(recording, Calling::inALambda);
        assertThat(recording.lines).containsExactly("main java.time.Instant.now() Calling#inALambda");
    }

    @Test
    void aConstructorThatCallsAnothersIsASiteToo() throws Exception {
        var recording = new RecordingSession();
        var day = InLane.of(recording, Calling.Day::new);
        assertThat(recording.lines).containsExactly("main java.util.Date() Calling$Day#<init>");
        assertThat(recording.values).containsExactly(day.getTime());
    }

    @Test
    void aClockOfTheApplicationIsLeftAlone() throws Exception {
        var fixed = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        var recording = new RecordingSession();
        assertThat(InLane.of(recording, () -> Ticking.read(fixed))).isEqualTo(Instant.EPOCH);
        assertThat(InLane.of(new ReplayingSession(), () -> Ticking.read(fixed))).isEqualTo(Instant.EPOCH);
        assertThat(recording.lines).isEmpty();
    }

    @Test
    void theEnvironmentIsRecordedAndComesBack() throws Exception {
        var recording = new RecordingSession();
        InLane.of(
                recording,
                () -> List.of(Calling.property("java.version"), Calling.property("fluxrun.none", "otherwise")));
        InLane.of(recording, () -> Calling.variable("FLUXRUN_NONE"));
        assertThat(recording.lines)
                .containsExactly(PROPERTY + " java.version", PROPERTY + " fluxrun.none", VARIABLE + " FLUXRUN_NONE");
        assertThat(recording.values).containsExactly(System.getProperty("java.version"), "absent", "absent");

        var replay = new ReplayingSession();
        replay.environment.put("REGION", Value.of("eu"));
        replay.environment.put("java.version", Value.of("42"));
        replay.environment.put("os.name", Value.NULL);
        assertThat(InLane.of(replay, () -> Calling.variable("REGION"))).isEqualTo("eu");
        assertThat(InLane.of(replay, () -> Calling.variable("PATH")))
                .as("was not read")
                .isNull();
        assertThat(InLane.of(replay, () -> Calling.variables().get("REGION"))).isEqualTo("eu");
        assertThat(InLane.of(replay, () -> Calling.property("java.version"))).isEqualTo("42");
        assertThat(InLane.of(replay, () -> Calling.property("os.name", "absent")))
                .isEqualTo("absent");
        assertThat(InLane.of(replay, () -> Calling.property("user.dir"))).isEqualTo(System.getProperty("user.dir"));
    }

    private static void recordsWhatTheApplicationGets(Callable<Map<String, Object>> calls, String site)
            throws Exception {
        var recording = new RecordingSession();
        var results = InLane.of(recording, calls);
        assertThat(recording.lines)
                .containsExactlyElementsOf(results.keySet().stream()
                        .map(api -> "main " + api + " Calling#" + site)
                        .toList());
        assertThat(recording.values)
                .usingRecursiveComparison()
                .isEqualTo(
                        results.values().stream().map(CallSiteTests::asRecorded).toList());
    }

    private static void comesBack(Callable<Map<String, Object>> calls) throws Exception {
        var recorded = calls.call();
        var replay = new ReplayingSession();
        recorded.forEach((api, value) -> replay.recorded.put(api, Plain.encode(asRecorded(value))));
        var replayed = InLane.of(replay, calls);
        assertThat(replayed).usingRecursiveComparison().isEqualTo(recorded);
    }

    private static Object asRecorded(Object value) {
        if (value instanceof Date date) {
            return date.getTime();
        }
        return value instanceof Calendar calendar ? (Object) calendar.getTimeInMillis() : value;
    }

    private static final class Ticking {
        static Instant read(Clock clock) {
            return clock.instant();
        }
    }
}
