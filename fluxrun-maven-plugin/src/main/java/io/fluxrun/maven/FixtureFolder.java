package io.fluxrun.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fixtures of a module, by their names. */
record FixtureFolder(Module module) {
    static final Set<String> NOT_FIXTURES = Set.of("boot", "bodies");

    /**
     * A fixture in the sources.
     *
     * @param path below the class path root, as a test sees it
     */
    record Found(Path file, String path) {}

    /** Finds a fixture by its file name or its path below {@code fixtures/}; {@code null} if the module has none. */
    @Nullable
    Found find(String name) throws IOException {
        for (var root : module.testResources()) {
            var file = root.resolve(Module.FIXTURES).resolve(name).normalize();
            if (Files.isRegularFile(file)) {
                return found(root, file);
            }
        }
        for (var root : module.testResources()) {
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                var file = files.filter(candidate -> candidate.endsWith(name))
                        .sorted()
                        .findFirst();
                if (file.isPresent()) {
                    return found(root, file.get());
                }
            }
        }
        var loose = module.directory().resolve(Module.FIXTURES).resolve(name).normalize();
        return Files.isRegularFile(loose) ? new Found(loose, Module.FIXTURES + "/" + name) : null;
    }

    private static Found found(Path root, Path file) {
        return new Found(file, root.relativize(file).toString().replace('\\', '/'));
    }
}
