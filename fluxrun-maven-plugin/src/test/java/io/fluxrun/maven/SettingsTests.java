package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTests {
    private final Properties properties = new Properties();

    @Test
    void propertyBeatsEnvironmentBeatsPom() {
        var environment = Map.of("FLUXRUN_STORE", "file:environment");

        assertThat(new Settings(List.of(properties), Map.of()).get("store", "file:pom"))
                .isEqualTo("file:pom");
        assertThat(new Settings(List.of(properties), environment).get("store", "file:pom"))
                .isEqualTo("file:environment");
        properties.setProperty("fluxrun.store", "file:property");
        assertThat(new Settings(List.of(properties), environment).get("store", "file:pom"))
                .isEqualTo("file:property");
    }

    @Test
    void isNullWhenNobodySays() {
        assertThat(new Settings(List.of(properties), Map.of()).get("store", null))
                .isNull();
    }
}
