package io.fluxrun.boundary.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.run.Exchange;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What an application observes of a client with FluxRun away, recording, and replaying when the server is gone, is the
 * same transcript: for every way to call and every {@link Cell}.
 */
@Timeout(300)
public abstract class ClientContract {
    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    /** Returns the ways to make a call, by name. */
    protected abstract Map<String, Way> ways();

    /** Returns the cells that a way has not, with the reason; {@code "*"}: none of the ways has. */
    protected Map<String, Map<Cell, String>> notApplicable() {
        return Map.of();
    }

    @TestFactory
    Stream<DynamicTest> liveRecordedAndReplayedAreTheSame() {
        return cells().stream().map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> verify(cell)));
    }

    @Test
    void everyCellIsTestedOrHasAReason() {
        int left = notApplicable().entrySet().stream()
                .mapToInt(entry -> entry.getValue().size() * (entry.getKey().equals("*") ? ways().size() : 1))
                .sum();
        assertThat(cells()).hasSize(ways().size() * Cell.values().length - left).isNotEmpty();
        assertThat(notApplicable().values())
                .allSatisfy(reasons -> assertThat(reasons.values())
                        .allSatisfy(reason -> assertThat(reason).isNotBlank()));
    }

    private List<Tested> cells() {
        var cells = new ArrayList<Tested>();
        ways().forEach((name, way) -> {
            for (Cell cell : Cell.values()) {
                boolean none = Stream.of("*", name)
                        .anyMatch(key ->
                                notApplicable().getOrDefault(key, Map.of()).containsKey(cell));
                if (!none) {
                    cells.add(new Tested(name, way, cell));
                }
            }
        });
        return cells;
    }

    private static void verify(Tested tested) throws Exception {
        List<String> live;
        List<Exchange> recorded;
        int failures = HookFailures.counts().size();
        var scene = new Cell.Scene(tested.cell());
        try (scene) {
            live = tested.observe(scene);
            assertThat(live).isNotEmpty();
            try (var recording = new Roomy()) {
                assertThat(in(recording.main(), () -> tested.observe(scene)))
                        .as("while recording")
                        .isEqualTo(live);
                recorded = recording.end();
                assertThat(recording.reasons()).as("reasons for PARTIAL").isEmpty();
            }
        }
        assertThat(recorded)
                .isNotEmpty()
                .allSatisfy(exchange -> assertThat(exchange.lane()).startsWith("main"));
        var replay = new ReplayInMemory(recorded, new HttpKey());
        var replayed = in(replay.main(), () -> tested.observe(scene));
        assertThat(replay.misses()).isEmpty();
        assertThat(replayed).as("on replay").isEqualTo(live);
        assertThat(replay.left()).isEmpty();
        assertThat(HookFailures.counts()).hasSize(failures);
    }

    private static <T> T in(Lane lane, Callable<T> part) throws Exception {
        Lane before = Scope.bind(lane);
        try {
            return part.call();
        } finally {
            Scope.restore(before);
        }
    }

    private record Tested(String name, Way way, Cell cell) {
        List<String> observe(Cell.Scene scene) {
            scene.begin();
            var transcript = new Transcript(scene::byteRead, cell.wanted());
            var timeout = cell == Cell.READ_TIMEOUT ? Duration.ofMillis(300) : Duration.ofSeconds(20);
            try {
                way.call(new Way.Request(scene.url, cell.sent(), timeout, cell.trusted()), transcript);
            } catch (Exception e) {
                transcript.thrown(e);
            }
            return transcript.lines();
        }

        @Override
        public String toString() {
            return cell + " by " + name;
        }
    }

    /** Keeps the largest body of the cells. */
    private static final class Roomy extends RecordingInMemory {
        @Override
        public int bodyLimit() {
            return 16 * 1024 * 1024;
        }
    }
}
