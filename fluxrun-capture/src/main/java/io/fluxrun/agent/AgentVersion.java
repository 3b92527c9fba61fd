package io.fluxrun.agent;

import java.nio.charset.StandardCharsets;

/** The version this FluxRun was built as. */
final class AgentVersion {
    static final String TEXT = read();

    private AgentVersion() {}

    private static String read() {
        try (var in = AgentVersion.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (java.io.IOException e) {
            return "unknown";
        }
    }
}
