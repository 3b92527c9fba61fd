package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFileTests {
    @Test
    void tellsNameAndTexts(@TempDir Path directory) throws IOException {
        var file = directory.resolve("Any.class");
        try (var own = ClassFileTests.class.getResourceAsStream("ClassFileTests.class")) {
            Files.write(file, own.readAllBytes());
        }

        var classes = ClassFile.below(directory);

        assertThat(classes).singleElement().satisfies(read -> {
            assertThat(read.name()).isEqualTo(ClassFileTests.class.getName());
            assertThat(read.texts()).contains("Lorg/junit/jupiter/api/Test;", "a text of this class");
        });
    }

    @Test
    void refusesWhatIsNone(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("Any.class"), "no class");

        assertThatThrownBy(() -> ClassFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Any.class");
    }

    @Test
    void findsNothingInNoDirectory() throws IOException {
        assertThat(ClassFile.below(Path.of("no", "such"))).isEmpty();
    }

    @SuppressWarnings("unused")
    private static final long WIDE = 1234567890123L;

    @SuppressWarnings("unused")
    private static final double WIDE_TOO = 1.5;

    static String text() {
        return "a text of this class";
    }
}
