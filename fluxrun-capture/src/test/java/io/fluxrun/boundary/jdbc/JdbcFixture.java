package io.fluxrun.boundary.jdbc;

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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Exchanges as they come back from a file. */
final class JdbcFixture {
    private JdbcFixture() {}

    static List<Exchange> written(List<Exchange> exchanges, Path directory) {
        var file = directory.resolve("jdbc.json");
        FixtureFiles.write(new Fixture(run(exchanges), Guard.NONE), file);
        return FixtureFiles.read(file).run().exchanges();
    }

    private static Run run(List<Exchange> exchanges) {
        return new Run(
                Run.RULES,
                new RunInfo(
                        "run", "jdbc", Instant.EPOCH, 1, "test", null, null, null, "17", "UTC", "en", Readiness.READY),
                new Entry(Entry.Kind.METHOD, "jdbc", Value.fields().build()),
                new Outcome(Outcome.Status.COMPLETED, Value.NULL, null, null, List.of()),
                null,
                Environment.EMPTY,
                List.of(new LaneInfo("main", null)),
                List.of(),
                exchanges,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
