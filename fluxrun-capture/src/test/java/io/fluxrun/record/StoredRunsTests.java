package io.fluxrun.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Run;
import io.fluxrun.run.Value;
import io.fluxrun.store.RunStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorder on a real store. */
class StoredRunsTests {
    private final List<String> problems = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void oneFailingRunAmongGoodOnesIsReadBackAsItWas() {
        var saved = new ArrayList<Run>();
        var store = store();
        var recorder = recorder((run, boot) -> {
            Run named = named(run, FixtureFiles.hash(boot));
            saved.add(named);
            store.save(named, boot);
        });
        recorder.boot().configuration("orders.region", "eu");
        for (int i = 0; i < 200; i++) {
            end(recorder, TestEnding.status(200));
        }
        end(recorder, TestEnding.error(new IllegalStateException("out of stock")));
        recorder.stop();

        assertThat(problems).isEmpty();
        var summary = store().list();
        assertThat(summary).hasSize(1);
        var loaded = store().load(summary.get(0).id());
        assertThat(loaded.run()).isEqualTo(saved.get(0));
        assertThat(Objects.requireNonNull(loaded.boot()).configuration()).containsEntry("orders.region", "eu");
    }

    @Test
    void tenThousandFailingTheSameWayLeaveFive() {
        var store = store();
        var recorder = recorder((run, boot) -> store.save(run, null));
        for (int i = 0; i < 10_000; i++) {
            end(recorder, TestEnding.status(503));
        }
        recorder.stop();

        assertThat(problems).isEmpty();
        assertThat(store().list()).hasSize(5);
        assertThat(recorder.counts().stored()).isEqualTo(5);
    }

    private RunStore store() {
        return RunStore.open("file:" + directory.resolve("store"));
    }

    private Recorder recorder(RunSink sink) {
        return Recorder.start(RecorderSettings.DEFAULT, sink, problems::add);
    }

    private static Run named(Run run, String boot) {
        return new Run(
                run.rules(),
                run.info(),
                run.entry(),
                run.outcome(),
                boot,
                run.env(),
                run.lanes(),
                run.spans(),
                run.exchanges(),
                run.readings(),
                run.draws(),
                run.order(),
                run.logs());
    }

    private static void end(Recorder recorder, TestEnding ending) {
        var run = Objects.requireNonNull(recorder.open());
        run.reading(run.main(), "java.lang.System.nanoTime()", "com.acme.Orders#place", 5L);
        run.exchange(
                run.main(),
                "http",
                "POST /stock/check",
                false,
                System.nanoTime(),
                () -> Value.fields().put("method", "POST").build(),
                () -> Answer.of(Value.fields().put("status", 503).build()));
        run.end(ending);
    }
}
