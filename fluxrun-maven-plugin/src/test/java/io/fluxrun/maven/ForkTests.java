package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkTests {
    @TempDir
    private Path directory;

    @Test
    void runsATestThreeTimesInAJvmOfItsOwn() throws IOException {
        var report = fork(Duration.ofMinutes(2)).run(List.of(InForkTestCase.class.getName()), 3, directory);

        assertThat(report.ends())
                .filteredOn(end -> end.test().startsWith("red"))
                .hasSize(3)
                .allSatisfy(end -> {
                    assertThat(end.failed()).isTrue();
                    assertThat(end.failure()).contains("red on purpose");
                });
        assertThat(report.ends())
                .filteredOn(end -> end.test().startsWith("green"))
                .extracting(ForkReport.TestEnd::failed)
                .containsExactly(false, false, false);
        assertThat(report.firstFailure()).startsWith("red()").contains("red on purpose");
    }

    @Test
    void collectsReceipts() throws IOException {
        var report = fork(Duration.ofMinutes(2)).run(List.of(InForkTestCase.class.getName()), 2, directory);

        assertThat(report.receipts()).hasSize(2);
        assertThat(report.receiptsOf("ord_01-503.json", "cafe")).hasSize(2);
        assertThat(report.receiptsOf("ord_01-503.json", "beef")).isEmpty();
        assertThat(report.receiptsOf("01-503.json", "cafe")).isEmpty();
    }

    @Test
    void hidesTheBuildsEnvironment() throws IOException {
        var report = fork(Duration.ofMinutes(2)).run(List.of(InForkTestCase.class.getName()), 1, directory);

        assertThat(report.ends())
                .filteredOn(end -> end.test().startsWith("environment"))
                .extracting(ForkReport.TestEnd::failure)
                .containsExactly("");
    }

    @Test
    void saysWhenAClassIsMissing() throws IOException {
        var report = fork(Duration.ofMinutes(2)).run(List.of("com.example.Missing"), 1, directory);

        assertThat(report.firstFailure()).contains("com.example.Missing");
    }

    @Test
    void endsTestsThatDoNot() {
        assertThatThrownBy(() -> fork(Duration.ZERO).run(List.of(InForkTestCase.class.getName()), 1, directory))
                .hasMessageStartingWith("[FLUX-207] The tests did not end within 0 s, see " + directory)
                .hasMessageContaining("-Dfluxrun.forkTimeout");
    }

    @Test
    void saysWhenTheJvmDoesNotStart() {
        var fork = new Fork(
                java(), classPath(), List.of("-XX:NoSuchFlag"), directory, Duration.ofMinutes(1), System.getenv());

        assertThatThrownBy(() -> fork.run(List.of("T"), 1, directory))
                .hasMessageStartingWith("[FLUX-207] The tests' JVM ended with exit code 1")
                .hasMessageContaining("fork.log");
    }

    private Fork fork(Duration timeout) {
        var environment = new HashMap<>(System.getenv());
        environment.put("ORDERS_DATABASE_PASSWORD", "secret");
        var arguments = List.of("-Dwith.space=a b", "-Dwith.quote=\"\\");
        return new Fork(java(), classPath(), arguments, directory, timeout, environment);
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static List<Path> classPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList();
    }

    /** Runs in the fork only. */
    static class InForkTestCase {
        @Test
        void red() {
            throw new AssertionError("red on purpose\nand more");
        }

        @Test
        void green() throws IOException {
            assertThat(System.getProperty("with.space")).isEqualTo("a b");
            assertThat(System.getProperty("with.quote")).isEqualTo("\"\\");
            var receipts = Path.of(System.getProperty("fluxrun.receipts"));
            FixtureFiles.writeReceipt(
                    Samples.receipt(Path.of("ord_01-503.json"), "cafe", Verdict.REPAIRED, Samples.completed(200)),
                    Files.createTempFile(receipts, "ord_01", ".json"));
        }

        @Test
        void environment() {
            assertThat(System.getenv()).doesNotContainKey("ORDERS_DATABASE_PASSWORD");
        }
    }
}
