package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixturePlacesTests {
    private static final String RESOURCES = "src/test/resources/";
    private static final String FIXTURE = "{\n  \"fluxrun\": 1,";

    @TempDir
    private Path root;

    private Module module;

    @BeforeEach
    void create() throws IOException {
        module = Project.at(root).module();
    }

    @Test
    void holdEveryJsonFileOfTheFixturesFolderButNoBoots() throws IOException {
        var one = write(RESOURCES + "fixtures/ord_01-503.json", "");
        var two = write(RESOURCES + "fixtures/orders/ord_02-503.json", "{}");
        var named = write(RESOURCES + "fixtures/boot/named.json", "{}");
        write(RESOURCES + "fixtures/boot/" + "0a".repeat(32) + ".json", FIXTURE);
        write(RESOURCES + "fixtures/bodies/" + "0a".repeat(32), FIXTURE);
        write(RESOURCES + "fixtures/README.md", FIXTURE);

        assertThat(fixtures()).containsExactlyInAnyOrder(one, two, named);
    }

    @Test
    void holdWhatBeginsLikeAFixtureBesideTheTests() throws IOException {
        var beside = write(RESOURCES + "com/example/beside.json", FIXTURE);
        var compact = write(RESOURCES + "compact.json", "\uFEFF{\"fluxrun\":2}");
        write(RESOURCES + "com/example/boot/" + "0a".repeat(32) + ".json", FIXTURE);
        write(RESOURCES + "com/example/other.json", "{\"a\": {\"fluxrun\": 1}}");
        write(RESOURCES + "com/example/empty.json", "");
        write(RESOURCES + "com/example/list.json", "[{\"fluxrun\": 1}]");

        assertThat(fixtures()).containsExactlyInAnyOrder(beside, compact);
    }

    @Test
    void holdTheModulesOwnFolderAndThatOfItsResources() throws IOException {
        var inModule = write("fixtures/loose.json", FIXTURE);
        var inMain = write("src/main/resources/fixtures/main.json", FIXTURE);
        write("fixtures/users.json", "{}");
        write("elsewhere/ord_01-503.json", FIXTURE);

        assertThat(fixtures()).containsExactlyInAnyOrder(inModule, inMain);
        assertThat(FixturePlaces.of(module, List.of(root)).fixtures())
                .as("what other modules see, too, is nobody's own")
                .containsExactly(inMain);
        assertThat(FixturePlaces.shared(root).fixtures()).containsExactly(inModule);
    }

    @Test
    void sayWhereTheyLookedAndWhatIsThere() throws IOException {
        assertThat(FixturePlaces.of(module, List.of()).told(root))
                .isEqualTo("Looked for fixtures in src/test/resources (not there), fixtures (not there)");
        write(RESOURCES + "fixtures/ord_01-503.json", FIXTURE);
        write(RESOURCES + "other.json", "{}");
        write("fixtures/users.json", "{}");

        assertThat(FixturePlaces.of(module, List.of()).told(root))
                .isEqualTo("Looked for fixtures in src/test/resources (1), fixtures (0)");
        assertThat(FixturePlaces.shared(root).told(root.resolve("orders")))
                .isEqualTo("Looked for fixtures in ../fixtures (0)");
    }

    @Test
    void countAFileOnceThatLiesInTwoOfThem() throws IOException {
        var only = write("fixtures/ord_01-503.json", FIXTURE);
        var twice = new Module(
                module.name(),
                module.directory(),
                module.buildDirectory(),
                module.classes(),
                module.testClasses(),
                module.testClassPath(),
                module.resources(),
                module.testSources(),
                List.of(root.resolve("fixtures")));

        assertThat(FixturePlaces.of(twice, List.of()).fixtures()).containsExactly(only);
    }

    @Test
    void readNoMoreThanTheBeginningOfAFile() throws IOException {
        var huge = write(RESOURCES + "huge.json", FIXTURE);
        try (var file = FileChannel.open(huge, StandardOpenOption.WRITE)) {
            // Sparse: more than any heap of this build could hold.
            file.write(StandardCharsets.UTF_8.encode("}"), 1L << 42);
        }

        assertThat(fixtures()).containsExactly(huge);
    }

    private List<Path> fixtures() throws IOException {
        return FixturePlaces.of(module, List.of()).fixtures();
    }

    private Path write(String path, String content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
