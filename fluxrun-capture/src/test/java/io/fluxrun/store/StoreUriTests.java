package io.fluxrun.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUriTests {
    @Test
    void resolvesRelativeAndAbsoluteDirectories() {
        Path here = Path.of("").toAbsolutePath();

        assertThat(StoreUri.directory("file:.fluxrun")).isEqualTo(here.resolve(".fluxrun"));
        assertThat(StoreUri.directory("file:../a")).isEqualTo(here.resolveSibling("a"));
        assertThat(StoreUri.directory("file:/srv/runs")).isEqualTo(Path.of("/srv/runs"));
        assertThat(StoreUri.directory("file:///srv/runs")).isEqualTo(Path.of("/srv/runs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:", "file: ", ".fluxrun", "s3:bucket", "file://host/share", "file:\0"})
    void saysWhatAStoreLooksLike(String uri) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RunStore.open(uri))
                .withMessageContaining("file:.fluxrun");
    }
}
