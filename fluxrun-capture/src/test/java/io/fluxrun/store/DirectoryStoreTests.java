package io.fluxrun.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTests {
    private static final Boot BOOT =
            new Boot(Map.of("a", "b"), Environment.EMPTY, Map.of(), List.of(), Readiness.READY);

    @TempDir
    Path directory;

    private Path root;
    private RunStore store;

    @BeforeEach
    void open() {
        root = directory.resolve("store");
        store = RunStore.open("file:" + root);
    }

    @Test
    void isCreatedByTheFirstWriteAndByNoRead() {
        assertThat(store.list()).isEmpty();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.load("abc"))
                .withMessageContaining("does not exist");
        assertThat(root).doesNotExist();

        store.save(run("abc"), null);

        assertThat(root.resolve("runs")).isDirectoryContaining("glob:**/abc.json");
    }

    @Test
    void loadsARunWithItsBootByIdOrUniquePrefix() {
        Run run = run("ab-1", 1, FixtureFiles.hash(BOOT), "x");
        store.save(run, BOOT);
        store.save(run("ab"), null);
        store.save(run("zz"), null);

        assertThat(store.load("ab-")).isEqualTo(new StoredRun(run, BOOT));
        assertThat(store.load("ab").run().info().id()).isEqualTo("ab");
        assertThat(store.load("z").boot()).isNull();
    }

    @Test
    void namesTheCandidatesOfAnAmbiguousPrefix() {
        store.save(run("ab-1"), null);
        store.save(run("ab-2"), null);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.load("ab"))
                .withMessageContaining("ab-1, ab-2")
                .withMessageContaining(root.toString());
    }

    @Test
    void saysHowToFindAnIdThatExists() {
        store.save(run("abc"), null);

        for (String id : List.of("unknown", "../abc", "", "a.b", "a".repeat(65))) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.load(id))
                    .withMessageContaining("mvn fluxrun:list");
        }
    }

    @Test
    void listsNewestFirstFromTheSummariesAlone() throws IOException {
        store.save(run("old", 1, null, "x"), null);
        store.save(run("new", 2, null, "x"), null);
        for (String id : List.of("old", "new")) {
            Path file = root.resolve("runs/" + id + ".json");
            Files.write(file, new byte[(int) Files.size(file)]);
        }

        assertThat(store.list()).extracting(RunSummary::id).containsExactly("new", "old");
        assertThat(store.listing().warnings()).isEmpty();
        assertThat(store.list().get(0))
                .isEqualTo(new RunSummary(
                        "new",
                        "GET /orders/ord_01",
                        Instant.EPOCH.plusSeconds(2),
                        1_280_000_000,
                        "failed (503)",
                        "http POST /stock/check",
                        0,
                        Readiness.Level.READY,
                        Files.size(root.resolve("runs/new.json"))));
    }

    @Test
    void readsARunOnceThatLacksItsSummary() throws IOException {
        store.save(run("abc"), null);
        var listed = store.list();
        Path summary = root.resolve("runs/abc.summary.json");

        for (String broken : List.of("", "{", "{}", "[]", "{\"id\":\"other\"}")) {
            Files.writeString(summary, broken);
            assertThat(store.list()).isEqualTo(listed);
        }
        Files.delete(summary);
        assertThat(store.list()).isEqualTo(listed);
        assertThat(summary).exists();
    }

    @Test
    void warnsOfWhatIsNoRunAndListsTheRest() throws IOException {
        store.save(run("abc"), null);
        Path runs = root.resolve("runs");
        Files.writeString(runs.resolve("torn.json"), "{\"fluxrun\": 1, \"ru");
        Files.writeString(runs.resolve("empty.json"), "");
        Files.writeString(runs.resolve("not an id.json"), "{}");
        Files.createDirectory(runs.resolve("folder.json"));
        Files.copy(runs.resolve("abc.json"), runs.resolve("renamed.json"));
        Files.createSymbolicLink(runs.resolve("link.json"), Files.writeString(directory.resolve("outside"), "{}"));

        var listing = store.listing();

        assertThat(listing.runs()).extracting(RunSummary::id).containsExactly("abc");
        assertThat(listing.warnings())
                .hasSize(6)
                .anyMatch(warning -> warning.contains("torn.json is truncated"))
                .anyMatch(warning -> warning.contains("empty.json is empty"))
                .anyMatch(warning -> warning.contains("renamed.json holds the run abc"));
    }

    @Test
    void followsNoLinkOutOfTheStore() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.createDirectory(root);
        Files.createSymbolicLink(root.resolve("runs"), outside);

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(run("abc"), null));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.list());
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void refusesARunFileThatIsALink() throws IOException {
        store.save(run("abc"), null);
        Path file = root.resolve("runs/abc.json");
        Path outside = Files.move(file, directory.resolve("abc.json"));
        Files.createSymbolicLink(file, outside);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.load("abc"))
                .withMessageContaining("is a link");
    }

    @Test
    void refusesToOutgrowItsLimitAndKeepsWhatItHas() throws IOException {
        var small = RunStore.open("file:" + root, 40_000);
        small.save(run("first", 1, null, "x".repeat(20_000)), null);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> small.save(run("second", 2, null, "x".repeat(20_000)), null))
                .withMessageContaining("was not kept")
                .withMessageContaining("second");
        assertThat(small.list()).extracting(RunSummary::id).containsExactly("first");

        Files.delete(root.resolve("runs/first.json"));
        small.save(run("second", 2, null, "x".repeat(20_000)), null);
        assertThat(small.list()).extracting(RunSummary::id).containsExactly("second");
    }

    @Test
    void countsLargeBodiesAndBoots() {
        var small = RunStore.open("file:" + root, 40_000);
        var large = Value.of(new byte[70_000]);
        var boot = new Boot(Map.of("a", "x".repeat(50_000)), Environment.EMPTY, Map.of(), List.of(), Readiness.READY);

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> small.save(run("a", 1, null, large), null));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> small.save(run("a", 1, FixtureFiles.hash(boot), "x"), boot));
        assertThat(root).doesNotExist();
    }

    @Test
    void savesTheSameRunOnceAndNoOtherInItsPlace() {
        store.save(run("abc", 1, null, "x"), null);
        store.save(run("abc", 1, null, "x"), null);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.save(run("abc", 1, null, "other"), null))
                .withMessageContaining("another run abc");
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void refusesARunWithoutTheBootThatItNames() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.save(run("abc", 1, "ab".repeat(32), "x"), null));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.save(run("abc", 1, "ab".repeat(32), "x"), BOOT));
        assertThat(root).doesNotExist();
    }

    @Test
    void saysThatAFileIsNoStore() throws IOException {
        Files.writeString(root, "");

        Stream.<Runnable>of(() -> store.list(), () -> store.load("abc"), () -> store.save(run("abc"), null))
                .forEach(use -> assertThatExceptionOfType(StoreException.class)
                        .isThrownBy(use::run)
                        .withMessageContaining(root + " is not a directory"));
    }

    @Test
    void keepsEveryRunOfManyWriters() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var saves = new ArrayList<Future<?>>();
            for (int i = 0; i < 40; i++) {
                Run run = run("run-" + i, i, FixtureFiles.hash(BOOT), "x");
                var own = RunStore.open("file:" + root);
                saves.add(threads.submit(() -> own.save(run, BOOT)));
            }
            for (Future<?> save : saves) {
                save.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(store.listing().runs()).hasSize(40);
        assertThat(store.listing().warnings()).isEmpty();
    }

    @Test
    void namesWhatMadeARunFail() {
        var failed = new Outcome(
                Outcome.Status.FAILED,
                Value.NULL,
                new Thrown("java.lang.IllegalStateException", null, List.of(), Value.NULL, null),
                null,
                List.of());
        var completed = new Outcome(Outcome.Status.COMPLETED, Value.of("x"), null, null, List.of());
        store.save(run("a", 1, null, failed), null);
        store.save(run("b", 2, null, completed), null);

        assertThat(store.list())
                .extracting(RunSummary::status)
                .containsExactly("completed", "failed (IllegalStateException)");
    }

    private static Run run(String id) {
        return run(id, 1, null, "x");
    }

    private static Run run(String id, long second, @Nullable String boot, String body) {
        return run(id, second, boot, Value.of(body));
    }

    private static Run run(String id, long second, @Nullable String boot, Value body) {
        var outcome = new Outcome(
                Outcome.Status.FAILED,
                Value.fields().put("status", 503).put("body", body).build(),
                null,
                new FailureSignature(null, null, 503, List.of(), 2, "http POST /stock/check"),
                List.of());
        return run(id, second, boot, outcome);
    }

    private static Run run(String id, long second, @Nullable String boot, Outcome outcome) {
        return new Run(
                Run.RULES,
                new RunInfo(
                        id,
                        "GET /orders/ord_01",
                        Instant.EPOCH.plusSeconds(second),
                        1_280_000_000,
                        null,
                        null,
                        null,
                        null,
                        "17",
                        "UTC",
                        "en",
                        Readiness.READY),
                new Entry(Entry.Kind.HTTP, "GET /orders/ord_01", Value.NULL),
                outcome,
                boot,
                Environment.EMPTY,
                List.of(new LaneInfo("main", null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
