package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTests {
    @TempDir
    private Path root;

    private Path from;
    private Path to;

    @BeforeEach
    void create() throws IOException {
        from = Files.createDirectory(root.resolve("from"));
        to = Files.createDirectory(root.resolve("to"));
        Files.writeString(from.resolve("a"), "new a");
        Files.writeString(from.resolve("b"), "new b");
    }

    @Test
    void copiesEverythingAndLeavesNothingElse() throws IOException {
        Files.writeString(to.resolve("a"), "old a");

        new Publication()
                .add(from.resolve("a"), to.resolve("a"))
                .add(from.resolve("b"), to.resolve("deep/er/b"))
                .publish();

        assertThat(to.resolve("a")).hasContent("new a");
        assertThat(to.resolve("deep/er/b")).hasContent("new b");
        assertThat(WorkDirectory.files(to)).hasSize(2);
    }

    @Test
    void leavesEverythingAsItWasWhenOneFileFails() throws IOException {
        Files.writeString(to.resolve("a"), "old a");
        Files.createDirectories(to.resolve("b/full"));
        var publication = new Publication()
                .add(from.resolve("a"), to.resolve("a"))
                .add(from.resolve("a"), to.resolve("deep/er/a"))
                .add(from.resolve("b"), to.resolve("b"));

        assertThatThrownBy(publication::publish).isInstanceOf(IOException.class);

        assertThat(to.resolve("a")).hasContent("old a");
        assertThat(to.resolve("deep")).doesNotExist();
        assertThat(WorkDirectory.files(to)).containsExactly(to.resolve("a"));
    }

    @Test
    void failsBeforeTouchingAnythingWhenADirectoryIsAFile() throws IOException {
        Files.writeString(to.resolve("file"), "in the way");
        var publication =
                new Publication().add(from.resolve("a"), to.resolve("a")).add(from.resolve("b"), to.resolve("file/b"));

        assertThatThrownBy(() -> WorkDirectory.publish(publication))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("[FLUX-209] Could not write " + to.resolve("file"))
                .hasMessageEndingWith("Nothing was written.");

        assertThat(WorkDirectory.files(to)).containsExactly(to.resolve("file"));
    }

    @Test
    void aRehearsalLeavesNothingAndFindsWhatIsInTheWay() throws IOException {
        Files.writeString(to.resolve("file"), "in the way");

        Publication.rehearse(List.of(to.resolve("a"), to.resolve("deep/er/a"), to.resolve("deep/b")));
        assertThat(to.resolve("deep")).doesNotExist();
        assertThatThrownBy(() -> Publication.rehearse(List.of(to.resolve("deep/er/a"), to.resolve("file/b"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(to.resolve("file").toString());

        assertThat(to.resolve("deep")).doesNotExist();
        assertThat(WorkDirectory.files(to)).containsExactly(to.resolve("file"));
    }

    @Test
    void doesNotTouchAFileThatIsThereAlready() throws IOException {
        var there = Files.writeString(to.resolve("a"), "new a");
        var written = Files.getLastModifiedTime(there);

        new Publication().add(from.resolve("a"), there).publish();

        assertThat(Files.getLastModifiedTime(there)).isEqualTo(written);
    }
}
