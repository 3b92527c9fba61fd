package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an export grows until it is proved: the same layout as the project's tests, below the build directory. */
record WorkDirectory(Path directory) {
    static WorkDirectory fresh(Path directory) throws IOException {
        if (Files.exists(directory)) {
            for (var old : tree(directory)) {
                Files.delete(old);
            }
        }
        return new WorkDirectory(Files.createDirectories(directory));
    }

    Path sources() {
        return directory.resolve("java");
    }

    Path classes() {
        return directory.resolve("classes");
    }

    Path resources() {
        return directory.resolve("resources");
    }

    Path fixture(String fileName) {
        return resources().resolve(Module.FIXTURES).resolve(fileName);
    }

    void write(Fixture fixture, @Nullable Boot boot, String fileName) throws IOException {
        var folder = Files.createDirectories(resources().resolve(Module.FIXTURES));
        if (boot != null) {
            FixtureFiles.writeBoot(boot, folder);
        }
        FixtureFiles.write(fixture, folder.resolve(fileName));
    }

    /** Copies fixture, boot, bodies and test to the project, all or nothing. */
    void publish(Target target) throws IOException {
        var publication = new Publication();
        var from = resources().resolve(Module.FIXTURES);
        for (var file : files(from)) {
            publication.add(
                    file, target.fixture().resolveSibling(from.relativize(file).toString()));
        }
        for (var file : files(sources())) {
            publication.add(file, target.source());
        }
        publish(publication);
    }

    /** Finds out before the replays, which take their time, whether the project takes what comes of them. */
    static void rehearse(Target target) {
        written(() -> Publication.rehearse(List.of(target.fixture(), target.source())));
    }

    static void publish(Publication publication) {
        written(publication::publish);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void written(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw Problem.NOT_WRITTEN.because(
                    "Could not write " + e.getMessage() + ": make it writable and try again. Nothing was written.");
        }
    }

    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> tree(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
