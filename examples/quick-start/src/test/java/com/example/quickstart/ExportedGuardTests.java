package com.example.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported fixture, replayed after the world it was recorded in has gone. */
class ExportedGuardTests {

    private static final int REPLAYS = 100;

    @TempDir
    Path directory;

    @Test
    void reproducesTheSameBytesAHundredTimesEightAtATimeInOneContext() throws IOException {
        Path run = recordOneFailure();
        Workspace workspace =
                Workspace.copyOf(Path.of("..", "orders-service").toAbsolutePath(), directory.resolve("orders-service"));
        Maven maven = new Maven(workspace.directory(), directory.resolve("logs"));
        maven.run("fluxrun:export", "-Dfluxrun.run=" + run).succeeds();
        addHundredReplays(workspace);
        List<byte[]> before = fixtures(workspace);

        maven.inAnEmptyEnvironment("test", "-Dtest=HundredReplaysTest")
                .succeeds()
                .says("Tests run: " + REPLAYS + ", Failures: 0, Errors: 0, Skipped: 0");

        List<byte[]> after = fixtures(workspace);
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            assertEquals(0, java.util.Arrays.compare(before.get(i), after.get(i)), "a replay wrote to a fixture");
        }
    }

    private Path recordOneFailure() throws IOException {
        Path store = directory.resolve("store");
        try (World world = new World();
                Service service = world.launch(
                        Packaged.service(), directory.resolve("service.log"), Packaged.agentArgument(store))) {
            assertEquals(200, service.get("/orders/ord_good_1").statusCode());
            assertEquals(503, service.get("/orders/ord_01").statusCode());
        }
        return Packaged.runs(store).get(0);
    }

    private static void addHundredReplays(Workspace workspace) throws IOException {
        Path test = workspace.directory().resolve(Path.of("src", "test"));
        Path fixtures = test.resolve(Path.of("resources", "fixtures"));
        Path hundred = Files.createDirectories(fixtures.resolve("hundred"));
        for (int n = 1; n <= REPLAYS; n++) {
            Files.copy(fixtures.resolve("ord_01-503.json"), hundred.resolve("ord_01-503_%03d.json".formatted(n)));
        }
        Path boot = Files.createDirectories(hundred.resolve("boot"));
        try (Stream<Path> boots = Files.list(fixtures.resolve("boot"))) {
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

    private static List<byte[]> fixtures(Workspace workspace) throws IOException {
        Path root = workspace.directory().resolve(Path.of("src", "test", "resources", "fixtures"));
        try (Stream<Path> files = Files.walk(root)) {
            List<byte[]> contents = new java.util.ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(Files.readAllBytes(file));
            }
            return contents;
        }
    }
}
