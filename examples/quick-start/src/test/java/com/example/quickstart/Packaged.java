package com.example.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build before this module made: the service as it is deployed, and the agents. */
final class Packaged {

    private Packaged() {}

    static Path service() {
        return existing(Path.of("..", "orders-service", "target", "orders-service.jar"));
    }

    static Path agent() {
        return existing(Path.of("target", "fluxrun-agent.jar"));
    }

    static Path openTelemetry() {
        return existing(Path.of("target", "opentelemetry-javaagent.jar"));
    }

    static String agentArgument(Path store) {
        return "-javaagent:" + agent() + "=store=file:" + store;
    }

    /** The run files of a store, without their summaries. */
    static List<Path> runs(Path store) throws java.io.IOException {
        if (!Files.exists(store.resolve("runs"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(store.resolve("runs"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith(".summary.json"))
                    .toList();
        }
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new AssertionError(file + " is missing: build the whole reactor first");
        }
        return file.toAbsolutePath().normalize();
    }
}
