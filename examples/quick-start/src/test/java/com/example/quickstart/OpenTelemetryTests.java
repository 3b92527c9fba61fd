package com.example.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTelemetryTests {

    @TempDir
    Path directory;

    @Test
    void aFailureIsRecordedWithOpenTelemetryAttachedFirst() throws IOException {
        Path store = directory.resolve("store");
        assertRecords(store, openTelemetry(), Packaged.agentArgument(store));
    }

    @Test
    void aFailureIsRecordedWithOpenTelemetryAttachedSecond() throws IOException {
        Path store = directory.resolve("store");
        assertRecords(store, Packaged.agentArgument(store), openTelemetry());
    }

    private void assertRecords(Path store, String first, String second) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(first, second));
        for (String signal : List.of("traces", "metrics", "logs")) {
            arguments.add("-Dotel." + signal + ".exporter=none");
        }
        try (World world = new World();
                Service service = world.launch(
                        Packaged.service(), directory.resolve("service.log"), arguments.toArray(String[]::new))) {
            assertEquals(200, service.get("/orders/ord_good_1").statusCode());
            assertEquals(503, service.get("/orders/ord_01").statusCode());
        }
        List<Path> runs = Packaged.runs(store);
        assertEquals(1, runs.size());
        String run = Files.readString(runs.get(0));
        assertTrue(run.contains("\"boundary\": \"http\""), run);
        assertTrue(run.contains("\"boundary\": \"jdbc\""), run);
        String log = Files.readString(directory.resolve("service.log"));
        assertFalse(log.contains("FluxRun: warning"), log);
    }

    private static String openTelemetry() {
        return "-javaagent:" + Packaged.openTelemetry();
    }
}
