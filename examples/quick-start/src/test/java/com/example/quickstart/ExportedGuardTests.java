package com.example.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported fixture, replayed after the world it was recorded in has gone. */
class ExportedGuardTests {

    private static final int REPLAYS = 100;
    private static final String JACOCO = "org.jacoco:jacoco-maven-plugin:0.8.15:";
    private static final Pattern FAILING_FRAME = Pattern.compile("\"com\\.example\\.orders\\.OrderService#place:(\\d+)\"");

    @TempDir
    static Path directory;

    private static Workspace workspace;
    private static Maven maven;
    private static Map<String, String> recorded;

    /** Keeps the store where a replay would look for one if it looked. */
    @BeforeAll
    static void export() throws IOException {
        workspace =
                Workspace.copyOf(Path.of("..", "orders-service").toAbsolutePath(), directory.resolve("orders-service"));
        maven = new Maven(workspace.directory(), directory.resolve("logs"));
        recordOneFailure();
        recorded = contents(store());
        assertTrue(recorded.keySet().stream().anyMatch(file -> file.endsWith(".summary.json")), recorded::toString);
        assertTrue(recorded.keySet().stream().anyMatch(file -> file.contains("boot")), recorded::toString);
        maven.run("fluxrun:export", "-DrunId=run_").succeeds().says("Reproduced 3 times");
        assertEquals(recorded, contents(store()), "the proof of an export wrote to the store");
    }

    @Test
    void reproducesTheSameBytesAHundredTimesEightAtATimeInOneContext() throws IOException {
        addHundredReplays();
        Map<String, String> before = contents(fixtures());

        maven.inAnEmptyEnvironment("verify", "-Dmaven.test.failure.ignore=true")
                .fails()
                .says("Tests run: " + (REPLAYS + 1) + ", Failures: 1, Errors: 0, Skipped: 0")
                .says((REPLAYS + 1) + " replayed")
                .says("1 regressed")
                .says(REPLAYS + " as recorded");

        assertEquals(before, contents(fixtures()), "a replay wrote to a fixture");
        assertEquals(recorded, contents(store()), "a replay wrote to the store");
    }

    @Test
    void coversTheLineThatFailsBesideJacoco() throws IOException {
        var frame = FAILING_FRAME.matcher(Files.readString(fixtures().resolve("ord_01-503.json")));
        assertTrue(frame.find(), "the fixture names no failing line");

        maven.run(
                        JACOCO + "prepare-agent",
                        "test",
                        JACOCO + "report",
                        "-Dtest=OrdersOrd01Returns503Test",
                        "-Dmaven.test.failure.ignore=true")
                .succeeds()
                .says("FLUX-102 REGRESSED")
                .doesNotSay("does not match");

        String report = Files.readString(workspace.directory().resolve(Path.of("target", "site", "jacoco", "jacoco.xml")));
        String source = report.substring(report.indexOf("<sourcefile name=\"OrderService.java\">"));
        assertTrue(covers(source, frame.group(1)), source);
        assertFalse(covers(source, lineOf("return OrderAnswer.paid")), source);
    }

    private static boolean covers(String sourceReport, String line) {
        var found = Pattern.compile("<line nr=\"" + line + "\" mi=\"\\d+\" ci=\"(\\d+)\"").matcher(sourceReport);
        assertTrue(found.find(), "line " + line + " is not in the report");
        return !found.group(1).equals("0");
    }

    private static String lineOf(String code) throws IOException {
        var lines = Files.readAllLines(workspace.directory()
                .resolve(Path.of("src", "main", "java", "com", "example", "orders", "OrderService.java")));
        for (int n = 0; n < lines.size(); n++) {
            if (lines.get(n).contains(code)) {
                return Integer.toString(n + 1);
            }
        }
        throw new AssertionError(code + " is not in OrderService");
    }

    private static void recordOneFailure() throws IOException {
        try (World world = new World();
                Service service = world.launch(
                        Packaged.service(), directory.resolve("service.log"), Packaged.agentArgument(store()))) {
            assertEquals(200, service.get("/orders/ord_good_1").statusCode());
            assertEquals(503, service.get("/orders/ord_01").statusCode());
        }
        assertEquals(1, Packaged.runs(store()).size());
    }

    private static Path store() {
        return workspace.directory().resolve(".fluxrun");
    }

    private static Path fixtures() {
        return workspace.directory().resolve(Path.of("src", "test", "resources", "fixtures"));
    }

    private static void addHundredReplays() throws IOException {
        Path test = workspace.directory().resolve(Path.of("src", "test"));
        Path hundred = Files.createDirectories(fixtures().resolve("hundred"));
        for (int n = 1; n <= REPLAYS; n++) {
            Files.copy(fixtures().resolve("ord_01-503.json"), hundred.resolve("ord_01-503_%03d.json".formatted(n)));
        }
        Path boot = Files.createDirectories(hundred.resolve("boot"));
        try (Stream<Path> boots = Files.list(fixtures().resolve("boot"))) {
            for (Path file : boots.toList()) {
                Files.copy(file, boot.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path replays = Path.of("src", "test", "resources", "replays");
        Files.copy(
                replays.resolve("HundredReplaysTest.java.txt"),
                test.resolve(Path.of("java", "com", "example", "orders", "HundredReplaysTest.java")));
        Files.copy(
                replays.resolve("junit-platform.properties"),
                test.resolve(Path.of("resources", "junit-platform.properties")));
    }

    /** Every file below a directory with its bytes. */
    private static Map<String, String> contents(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
            return contents;
        }
    }
}
