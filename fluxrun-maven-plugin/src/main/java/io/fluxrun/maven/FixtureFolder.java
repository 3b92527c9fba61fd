package io.fluxrun.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fixtures of a module, among its test resources. */
record FixtureFolder(Module module) {
    static final Set<String> NOT_FIXTURES = Set.of("boot", "bodies");

    /**
     * A fixture in the sources.
     *
     * @param path below the class path root, as a test sees it
     */
    record Found(Path file, String path) {}

    /** Returns every fixture below the {@code fixtures/} of the test resources, sorted. */
    List<Path> all() throws IOException {
        var all = new ArrayList<Path>();
        for (var root : module.testResources()) {
            var folder = root.resolve(Module.FIXTURES);
            if (Files.isDirectory(folder)) {
                WorkDirectory.files(folder).stream()
                        .filter(file -> isFixture(folder.relativize(file)))
                        .forEach(all::add);
            }
        }
        return all;
    }

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

    private static boolean isFixture(Path relative) {
        return relative.toString().endsWith(".json")
                && (relative.getNameCount() == 1
                        || !NOT_FIXTURES.contains(
                                relative.getName(relative.getNameCount() - 2).toString()));
    }
}
