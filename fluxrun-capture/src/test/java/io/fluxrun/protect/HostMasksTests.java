package io.fluxrun.protect;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.pay.Vault;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.boundary.RecordingInMemory;
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
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets planted in a declared boundary's arguments, results and exceptions, at every kind of place. */
class HostMasksTests {
    @TempDir
    private Path folder;

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @Test
    void noneGetsIntoAFile() throws Exception {
        var exchanges = recorded();
        assertThat(exchanges).hasSize(4);
        var unmasked = written(exchanges);
        var masked =
                written(Masking.create(MaskRules.DEFAULT).mask(run(exchanges)).exchanges());
        for (var secret : Vault.SECRETS) {
            assertThat(unmasked).as("was there").contains(secret);
            assertThat(masked).doesNotContain(secret);
        }
        assertThat(masked).contains("ord_01", "java.lang.String", "com.acme.pay.Vault$Locked", "wrong PIN for ");
    }

    private static List<Exchange> recorded() {
        try (var recording = new RecordingInMemory()) {
            Lane before = Scope.bind(recording.main());
            try {
                Vault.Caller.use();
            } finally {
                Scope.restore(before);
            }
            assertThat(recording.reasons()).isEmpty();
            return recording.end().stream()
                    .map(e -> new Exchange(e.n(), e.lane(), e.boundary(), e.operation(), 1, 1, e.request(), e.answer()))
                    .toList();
        }
    }

    private String written(List<Exchange> exchanges) throws Exception {
        var file = folder.resolve("run.json");
        FixtureFiles.write(new Fixture(run(exchanges), Guard.NONE), file);
        return Files.readString(file);
    }

    private static Run run(List<Exchange> exchanges) {
        var info = new RunInfo(
                "01JD", "call", Instant.EPOCH, 1, null, null, null, null, "17", "UTC", "en", Readiness.READY);
        return new Run(
                Run.RULES,
                info,
                new Entry(Entry.Kind.METHOD, "call", Value.NULL),
                new Outcome(Outcome.Status.COMPLETED, Value.NULL, null, null, List.of()),
                null,
                new Environment(Map.of(), Map.of()),
                List.of(new LaneInfo(Lane.MAIN, null)),
                List.of(),
                exchanges,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
