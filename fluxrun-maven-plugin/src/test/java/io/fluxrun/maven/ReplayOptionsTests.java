package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ReplayOptionsTests {
    private final Properties pom = new Properties();
    private final Properties system = new Properties();

    @Test
    void nothingIsSaidByDefault() {
        assertThat(options(Map.of()).arguments()).isEmpty();
        assertThat(options(Map.of()).ofTheAgent()).isEqualTo("mode=replay");
    }

    @Test
    void thePomsPropertiesReachTestsAndForks() {
        pom.setProperty("fluxrun.boundary", "com.acme.Gateway,com.acme.Bank#rate");
        pom.setProperty("fluxrun.boundary.write", "com.acme.Gateway#pay");
        pom.setProperty("fluxrun.state", "com.acme.Rates#current");
        pom.setProperty("fluxrun.store", "file:elsewhere");

        assertThat(options(Map.of()).arguments())
                .containsExactly(
                        "-Dfluxrun.boundary=com.acme.Gateway,com.acme.Bank#rate",
                        "-Dfluxrun.boundary.write=com.acme.Gateway#pay",
                        "-Dfluxrun.state=com.acme.Rates#current");
        assertThat(options(Map.of()).ofTheAgent())
                .isEqualTo(
                        "mode=replay,boundary=com.acme.Gateway,com.acme.Bank#rate,boundary.write=com.acme.Gateway#pay,"
                                + "state=com.acme.Rates#current");
    }

    @Test
    void systemPropertiesBeatTheEnvironmentAndThatThePom() {
        pom.setProperty("fluxrun.boundary", "pom");
        pom.setProperty("fluxrun.state", "pom");
        var environment = Map.of("FLUXRUN_BOUNDARY", "environment", "FLUXRUN_STATE", "environment");
        system.setProperty("fluxrun.state", "system");

        assertThat(options(environment).arguments())
                .containsExactly("-Dfluxrun.boundary=environment", "-Dfluxrun.state=system");
    }

    private ReplayOptions options(Map<String, String> environment) {
        return ReplayOptions.of(new Settings(List.of(system), environment), pom);
    }
}
