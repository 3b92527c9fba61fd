package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixtureFolderTests {
    @TempDir
    private Path root;

    private Project project;

    @BeforeEach
    void create() throws IOException {
        project = Project.at(root);
    }

    @Test
    void isEmptyWhenThereIsNone() throws IOException {
        assertThat(new FixtureFolder(project.module()).find("ord_01-503.json")).isNull();
    }

    @Test
    void findsAFixtureWhereATestWould() throws IOException {
        var beside = write(root.resolve("src/test/resources/com/example/beside.json"));
        var inModule = write(root.resolve("fixtures/loose.json"));
        var folder = new FixtureFolder(project.module());

        assertThat(folder.find("beside.json")).isEqualTo(new FixtureFolder.Found(beside, "com/example/beside.json"));
        assertThat(folder.find("loose.json")).isEqualTo(new FixtureFolder.Found(inModule, "fixtures/loose.json"));
    }

    @Test
    void knowsWhichTestsReplayAFixture() throws IOException {
        project.test("Naming", "class Naming { @io.fluxrun.junit.ReplayFixture(\"ord_01-503.json\") void a() {} }");
        project.test("Folder", "class Folder { @io.fluxrun.junit.ReplayFixture(\"fixtures/\") void a() {} }");
        project.test("Other", "class Other { String a = \"ord_01-503.json\"; }");
        var classes = project.module().testClasses();

        assertThat(ReplayingTests.of("ord_01-503.json", classes, List.of())).containsExactly("Naming");
        assertThat(ReplayingTests.of("ord_02-503.json", classes, List.of())).containsExactly("Folder", "Naming");
        var receipt = Samples.receipt(Path.of("x/ord_02-503.json"), "", Verdict.REPAIRED, Samples.completed(200));
        assertThat(ReplayingTests.of("ord_02-503.json", classes, List.of(receipt)))
                .as("com.example.OrdersTest is no longer there")
                .containsExactly("Folder", "Naming");
    }

    @Test
    void knowsWhereARunEnters() throws IOException {
        var module = project.module();

        assertThat(module.holds(Samples.outage(), null)).isTrue();
        assertThat(module.holds(Samples.outage(), "com.example.Missing")).isFalse();
        assertThat(module.holds(Samples.method("com.example.orders.Orders", "place", "E"), null))
                .isTrue();
        assertThat(module.holds(Samples.method("com.example.Elsewhere", "place", "E"), null))
                .isFalse();
        assertThat(module.applications(null)).containsExactly("com.example.orders.OrdersApplication");
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{}");
    }
}
