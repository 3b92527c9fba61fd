package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;

class JUnitArtifactsTests {
    @Test
    void bringsTheLauncherInTheProjectsVersion() {
        assertThat(missing(
                        "io.fluxrun:fluxrun-junit:1",
                        "org.junit.jupiter:junit-jupiter-api:6.0.1",
                        "org.junit.jupiter:junit-jupiter-engine:6.0.1",
                        "org.junit.platform:junit-platform-commons:6.0.1",
                        "org.junit.platform:junit-platform-engine:6.0.1"))
                .containsExactly("org.junit.platform:junit-platform-launcher:6.0.1");
    }

    @Test
    void bringsTheEngineOnlyIfTheProjectHasNone() {
        assertThat(missing(
                        "io.fluxrun:fluxrun-junit:1",
                        "org.junit.jupiter:junit-jupiter-api:5.12.2",
                        "org.junit.platform:junit-platform-commons:1.12.2"))
                .containsExactly(
                        "org.junit.platform:junit-platform-launcher:1.12.2",
                        "org.junit.jupiter:junit-jupiter-engine:5.12.2");
    }

    @Test
    void saysWhatThePomLacks() {
        assertThatThrownBy(() -> missing("org.junit.jupiter:junit-jupiter-api:5.12.2"))
                .hasMessageStartingWith("[FLUX-211] io.fluxrun:fluxrun-junit is missing");
        assertThatThrownBy(() -> missing("io.fluxrun:fluxrun-junit:1"))
                .hasMessageContaining("add org.junit.jupiter:junit-jupiter with scope test");
    }

    private static List<String> missing(String... artifacts) {
        return JUnitArtifacts.missingCoordinates(
                Arrays.stream(artifacts).map(JUnitArtifactsTests::artifact).toList());
    }

    private static Artifact artifact(String coordinates) {
        var parts = coordinates.split(":");
        return new DefaultArtifact(
                parts[0], parts[1], parts[2], "test", "jar", null, new DefaultArtifactHandler("jar"));
    }
}
