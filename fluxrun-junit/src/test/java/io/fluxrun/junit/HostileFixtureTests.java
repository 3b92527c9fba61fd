package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixtures that nobody exported, in a JVM whose whole heap is smaller than they are. */
class HostileFixtureTests {
    private static final String HEAP = "-Xmx64m";
    private static final long HUGE = 200L << 20;

    @TempDir
    static Path directory;

    @BeforeAll
    static void write() throws IOException {
        Fixtures.broken("hostile/huge.json", "{\n  \"fluxrun\": 1,\n  \"rules\": \"");
        try (var file = FileChannel.open(Fixtures.file("hostile/huge.json"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap("\"}".getBytes(StandardCharsets.UTF_8)), HUGE - 2);
        }
        Fixtures.broken(
                "hostile/nested.json", "{\n  \"fluxrun\": 1,\n  \"rules\": 1,\n  \"run\": " + "[".repeat(100_000));
    }

    @AfterAll
    static void delete() throws IOException {
        Files.delete(Fixtures.file("hostile/huge.json"));
    }

    @Test
    void ofTwoHundredMegabytesIsRedAndNotRead() throws Exception {
        assertThat(failureOf(HugeTestCase.class))
                .isEqualTo("io.fluxrun.fixture.FixtureException: " + Fixtures.file("hostile/huge.json")
                        + " is too large: " + HUGE + " bytes, and at most " + (64 << 20)
                        + " are read. Check that it is a FluxRun file, or record the run with lower limits.");
    }

    static class HugeTestCase {
        @ReplayFixture("hostile/huge.json")
        void guard() {}
    }

    @Test
    void nestedAHundredThousandDeepIsRedAndNamesThePlace() throws Exception {
        assertThat(failureOf(NestedTestCase.class))
                .startsWith("io.fluxrun.fixture.FixtureException: " + Fixtures.file("hostile/nested.json")
                        + " goes beyond what a fixture may be at line 4, column ")
                .contains("depth")
                .endsWith("Take it from version control or export the run again.");
    }

    static class NestedTestCase {
        @ReplayFixture("hostile/nested.json")
        void guard() {}
    }

    /** Runs in the small JVM. */
    static final class Small {
        private Small() {}

        public static void main(String[] arguments) throws Exception {
            var failure = Tests.failure(Class.forName(arguments[0]));
            Files.writeString(Path.of(arguments[1]), failure.toString());
        }
    }

    private static String failureOf(Class<?> testCase) throws Exception {
        var failure = directory.resolve(testCase.getSimpleName());
        var log = directory.resolve(testCase.getSimpleName() + ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var arguments = directory.resolve(testCase.getSimpleName() + ".arguments");
        Files.writeString(arguments, "-cp \"" + classPath.replace(File.separator, "/") + "\"");
        var process = new ProcessBuilder(List.of(
                        java, HEAP, "@" + arguments, Small.class.getName(), testCase.getName(), failure.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> text(log)).isZero();
        return text(failure);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
