package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.run.Verdict;
import io.fluxrun.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTests {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final String COMMIT = "abcdef1234567890";
    private static final Exporter.Wishes NONE = new Exporter.Wishes(null, null, null, false, false);
    private static final FakeTests.Replay RED =
            (file, sha256, nth) -> Samples.receipt(file, sha256, Verdict.REGRESSED, Samples.failed(503, 3));

    @TempDir
    private Path root;

    private final SilentLog log = new SilentLog();
    private Project project;

    @BeforeEach
    void create() throws IOException {
        project = Project.at(root);
    }

    @Test
    void writesFixtureAndTestWithTheProof() throws IOException {
        var hash = FixtureFiles.hash(Samples.boot());
        var run = Samples.bootedBy(Samples.outage(), hash);

        var target = exporter(NONE, RED).export(new StoredRun(run, Samples.boot()), COMMIT, NOW);

        assertThat(target.fixture()).isEqualTo(project.file("src/test/resources/fixtures/ord_01-503.json"));
        var fixture = FixtureFiles.read(target.fixture());
        assertThat(fixture.run()).isEqualTo(run);
        var digest = FixtureFiles.digest(new Fixture(run, Guard.NONE));
        assertThat(fixture.guard().reproduced())
                .isEqualTo(new Guard.Reproduced(COMMIT, "2026-11-21T08:00:00Z", 3, digest));
        assertThat(fixture.guard().since()).isEqualTo("2026-11-21");
        assertThat(FixtureFiles.readBoot(target.fixture(), hash)).isEqualTo(Samples.boot());
        assertThat(project.file("src/test/java/com/example/orders/OrdersOrd01Returns503Test.java"))
                .content()
                .contains("webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT")
                .contains("@ReplayFixture(\"ord_01-503.json\")")
                .contains("void noLongerReturns503()")
                .contains("Replays run run_0123456789: GET /orders/ord_01, recorded 2026-11-20T10:15:30Z")
                .contains("It broke at http POST /stock/check.");
        assertThat(log.lines).noneMatch(line -> line.startsWith("WARN"));
    }

    @Test
    void writesTheProvedBytesButForTheProof() throws IOException {
        var proved = new java.util.ArrayList<Fixture>();
        var exporter = exporter(new Exporter.Wishes(null, null, "INC-42", false, false), (file, sha256, nth) -> {
            proved.add(FixtureFiles.read(file));
            return RED.of(file, sha256, nth);
        });

        var target = exporter.export(new StoredRun(Samples.outage(), null), COMMIT, NOW);

        var guard = FixtureFiles.read(target.fixture()).guard();
        assertThat(guard.issue()).isEqualTo("INC-42");
        var unproved = new Guard(guard.issue(), guard.since(), null, null, null, List.of(), List.of(), List.of());
        assertThat(proved).hasSize(3).allMatch(fixture -> fixture.equals(new Fixture(Samples.outage(), unproved)));
    }

    @Test
    void writesNothingWhenTheFailureDoesNotComeBack() {
        var exporter = exporter(
                NONE,
                (file, sha256, nth) -> nth == 2
                        ? Samples.receipt(file, sha256, Verdict.DIVERGED, Samples.failed(500))
                        : RED.of(file, sha256, nth));

        assertThatThrownBy(() -> exporter.export(new StoredRun(Samples.outage(), null), COMMIT, NOW))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("[FLUX-205] ord_01-503.json brought the failure back 2 of 3 times: FLUX-101")
                .hasMessageContaining("-Dfluxrun.force=true")
                .hasNoCause();

        assertThat(project.file("src")).doesNotExist();
        assertThat(log.lines).contains("ERROR more about exchange 2");
    }

    @Test
    void writesWithoutProofWhenForced() throws IOException {
        var exporter = exporter(
                new Exporter.Wishes(null, null, null, true, false),
                (file, sha256, nth) -> Samples.receipt(file, sha256, Verdict.DIVERGED, Samples.failed(500)));

        var target = exporter.export(new StoredRun(Samples.outage(), null), COMMIT, NOW);

        assertThat(FixtureFiles.read(target.fixture()).guard().reproduced()).isNull();
        assertThat(log.lines).anyMatch(line -> line.contains("written without proof"));
    }

    @Test
    void overwritesNothingUnasked() throws IOException {
        export(Samples.outage(), NONE);

        assertThatThrownBy(() -> export(Samples.outage(), NONE))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("[FLUX-204]")
                .hasMessageContaining("-Dfluxrun.overwrite=true");
        assertThat(export(Samples.outage("run_other"), NONE).names().fixtureFile())
                .isEqualTo("ord_01-503-2.json");
        assertThat(export(Samples.outage(), new Exporter.Wishes(null, null, null, false, true))
                        .names()
                        .fixtureFile())
                .isEqualTo("ord_01-503.json");
    }

    @Test
    void keepsATestThatItDidNotWrite() throws IOException {
        var test = project.file("src/test/java/com/example/orders/OrdersOrd01Returns503Test.java");
        Files.createDirectories(test.getParent());
        Files.writeString(test, "mine");

        assertThatThrownBy(() -> export(Samples.outage(), NONE)).hasMessageContaining(test + " exists");

        assertThat(test).hasContent("mine");
        assertThat(project.file("src/test/resources")).doesNotExist();
    }

    @Test
    void refusesARunThatCannotBeReplayed() {
        var run = Samples.with(
                Samples.outage(), new Readiness(Readiness.Level.UNREPLAYABLE, List.of("a socket was opened")));

        assertThatThrownBy(() -> export(run, NONE))
                .hasMessageStartingWith("[FLUX-208]")
                .hasMessageContaining("a socket was opened");
    }

    @Test
    void saysWhenAnotherCommitIsCheckedOut() throws IOException {
        exporter(NONE, RED).export(new StoredRun(Samples.outage(), null), "fedcba", NOW);

        assertThat(log.lines).anyMatch(line -> line.startsWith("WARN Commit fedcba is checked out"));
    }

    @Test
    void namesTheApplicationWhenSpringWouldNotFindIt() throws IOException {
        export(Samples.outage(), new Exporter.Wishes(null, "org.guards", null, false, false));

        assertThat(project.file("src/test/java/org/guards/OrdersOrd01Returns503Test.java"))
                .content()
                .contains("classes = OrdersApplication.class");
    }

    @Test
    void writesAPlainTestForAMethod() throws IOException {
        var run = Samples.method("com.example.orders.Orders", "place", "java.lang.IllegalStateException");
        var tests = new FakeTests("Orders.place-IllegalStateException.json", RED);

        var target = new Exporter(project.module(), tests, NONE, log).export(new StoredRun(run, null), null, NOW);

        assertThat(target.source()).content().doesNotContain("SpringBootTest");
        assertThat(FixtureFiles.read(target.fixture()).guard().reproduced().commit())
                .isNull();
        assertThat(tests.ran).containsExactly(List.of("com.example.orders.OrdersPlaceThrowsIllegalStateExceptionTest"));
    }

    @Test
    void noticesBeforeItReplaysThatItCannotWriteThere() throws IOException {
        for (var inTheWay : List.of("src/test/resources/fixtures", "src/test/java/com")) {
            var file = project.file(inTheWay);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "in the way");
            var tests = new FakeTests("ord_01-503.json", RED);

            assertThatThrownBy(() -> new Exporter(project.module(), tests, NONE, log)
                            .export(new StoredRun(Samples.outage(), null), null, NOW))
                    .isInstanceOf(UserException.class)
                    .hasMessage("[FLUX-209] Could not write " + file
                            + ": make it writable and try again. Nothing was written.");

            assertThat(tests.ran).isEmpty();
            assertThat(WorkDirectory.files(project.file("src"))).containsExactly(file);
            Files.delete(file);
        }
    }

    @Test
    void saysWhatDoesNotCompile() throws IOException {
        var bare = new Module(
                "bare",
                root,
                root.resolve("target"),
                project.module().classes(),
                root,
                List.of(),
                List.of(),
                root,
                List.of(root));

        assertThatThrownBy(() -> new Exporter(bare, new FakeTests("ord_01-503.json", RED), NONE, log)
                        .export(new StoredRun(Samples.outage(), null), null, NOW))
                .hasMessageStartingWith("[FLUX-206] The generated test does not compile: line ");
    }

    private Target export(Run run, Exporter.Wishes wishes) throws IOException {
        var name = run.info().id().equals("run_other") ? "ord_01-503-2.json" : "ord_01-503.json";
        return new Exporter(project.module(), new FakeTests(name, RED), wishes, log)
                .export(new StoredRun(run, null), COMMIT, NOW);
    }

    private Exporter exporter(Exporter.Wishes wishes, FakeTests.Replay replay) {
        return new Exporter(project.module(), new FakeTests("ord_01-503.json", replay), wishes, log);
    }
}
