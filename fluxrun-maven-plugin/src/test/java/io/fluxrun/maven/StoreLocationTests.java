package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLocationTests {
    @TempDir
    private Path root;

    @Test
    void findsARelativeStoreWhereItIs() throws IOException {
        var module = Files.createDirectories(root.resolve("orders"));
        Files.createDirectories(root.resolve(".fluxrun"));

        var location = StoreLocation.find("file:.fluxrun", List.of(module, root));

        assertThat(location.uri()).isEqualTo("file:" + root.resolve(".fluxrun"));
    }

    @Test
    void namesEveryPlaceAndCreatesNone() {
        var module = root.resolve("orders");

        var location = StoreLocation.find("file:.fluxrun", List.of(module, root));

        assertThat(location.uri()).isEqualTo("file:" + module.resolve(".fluxrun"));
        assertThat(location.looked())
                .containsExactly(
                        module.resolve(".fluxrun").toString(),
                        root.resolve(".fluxrun").toString());
        assertThat(location.open().list()).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void leavesAbsoluteAndForeignUrisAlone() {
        assertThat(StoreLocation.find("file:///a/b", List.of(root)).uri()).isEqualTo("file:/a/b");
        assertThat(StoreLocation.find("s3://bucket", List.of(root)).uri()).isEqualTo("s3://bucket");
    }
}
