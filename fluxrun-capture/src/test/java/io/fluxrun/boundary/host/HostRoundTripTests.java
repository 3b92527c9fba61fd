package io.fluxrun.boundary.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.FluxRun;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Recorded, written, read and replayed: the same values, whatever they are. */
class HostRoundTripTests {
    enum Colour {
        RED,
        BLUE
    }

    record Pair(Object left, Object right) {}

    interface Service {
        Object call(Object argument);
    }

    @Property(tries = 200)
    void comesBackAsItWas(@ForAll("values") Object argument, @ForAll("values") Object result) throws Exception {
        var recorded = HostRuns.record(
                () -> FluxRun.boundary(Service.class, given -> result).call(argument));
        assertThat(recorded.reasons()).isEmpty();

        var replay = HostRuns.replay(writtenAndRead(recorded.exchanges()));
        Object replayed = HostRuns.inLane(
                replay.main(),
                () -> FluxRun.boundary(Service.class, given -> {
                            throw new AssertionError("the real method was run");
                        })
                        .call(argument));

        assertThat(replayed).isEqualTo(result);
        assertThat(replay.left()).isEmpty();
    }

    @Provide
    Arbitrary<Object> values() {
        return values(2);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> leaves = Arbitraries.oneOf(List.<Arbitrary<Object>>of(
                Arbitraries.strings().ascii().ofMaxLength(20).asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.bigDecimals().asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                Arbitraries.of(Colour.class).asGeneric(),
                Arbitraries.longs()
                        .between(0, 4_000_000_000L)
                        .map(Instant::ofEpochSecond)
                        .asGeneric(),
                Arbitraries.longs().map(bits -> new UUID(bits, ~bits)).asGeneric(),
                Arbitraries.of(BigDecimal.ZERO, new BigDecimal("1.50")).asGeneric()));
        if (depth == 0) {
            return leaves;
        }
        var parts = values(depth - 1);
        return Arbitraries.oneOf(List.<Arbitrary<Object>>of(
                leaves,
                parts.list().ofMaxSize(3).asGeneric(),
                parts.set().ofMaxSize(3).map(Set::copyOf).asGeneric(),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), parts)
                        .ofMaxSize(3)
                        .map(HashMap::new)
                        .asGeneric(),
                parts.map(Optional::of).asGeneric(),
                parts.map(value -> new Pair(value, null)).asGeneric()));
    }

    private static List<Exchange> writtenAndRead(List<Exchange> exchanges) throws IOException {
        Path directory = Files.createTempDirectory("host");
        Path file = directory.resolve("run.json");
        try {
            FixtureFiles.write(new Fixture(run(exchanges), Guard.NONE), file);
            return FixtureFiles.read(file).run().exchanges();
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        }
    }

    private static Run run(List<Exchange> exchanges) {
        return new Run(
                Run.RULES,
                new RunInfo(
                        "01JD",
                        "call",
                        Instant.EPOCH,
                        1,
                        "service",
                        null,
                        null,
                        null,
                        "17",
                        "UTC",
                        "en-US",
                        new Readiness(Readiness.Level.READY, List.of())),
                new Entry(Entry.Kind.METHOD, "call", Value.NULL),
                new Outcome(Outcome.Status.COMPLETED, Value.NULL, null, null, List.of()),
                "ab".repeat(32),
                new Environment(Map.of(), Map.of()),
                List.of(new LaneInfo("main", null)),
                List.of(),
                exchanges.stream()
                        .map(e -> new Exchange(
                                e.n(), e.lane(), e.boundary(), e.operation(), 1, 1, e.request(), e.answer()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
