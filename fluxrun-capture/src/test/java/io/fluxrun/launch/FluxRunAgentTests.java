package io.fluxrun.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FluxRunAgentTests {
    @ParameterizedTest
    @CsvSource({"1.8", "11", "16"})
    void anOldJvmIsToldAndGoesOn(String version) {
        var told = errorsOf(() -> FluxRunAgent.start("", null, version));
        assertThat(told)
                .isEqualTo("FluxRun: needs Java 17 or newer, this is Java " + version + ": nothing is recorded");
        assertThat(FluxRunAgent.instrumentation()).isNull();
    }

    @Test
    void aJarThatLacksTheRestCostsALine() {
        var told = errorsOf(() -> FluxRunAgent.start("", null, "17"));
        assertThat(told).startsWith("FluxRun: could not start, nothing is recorded: ");
    }

    private static String errorsOf(Runnable start) {
        var err = System.err;
        var told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            start.run();
        } finally {
            System.setErr(err);
        }
        return told.toString(StandardCharsets.UTF_8).strip();
    }
}
