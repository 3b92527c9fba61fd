package io.fluxrun.maven;

import io.fluxrun.store.RunStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the runs are: a relative directory is looked for in each base, because a service started in its module and one
 * started at the root of the checkout leave their store in different places.
 *
 * @param looked the places that were tried, for messages
 */
record StoreLocation(String uri, List<String> looked) {
    static final String DEFAULT = "file:.fluxrun";
    private static final String FILE = "file:";

    static StoreLocation find(String uri, List<Path> bases) {
        if (!uri.startsWith(FILE)) {
            return new StoreLocation(uri, List.of(uri));
        }
        try {
            var directory = Path.of(uri.substring(FILE.length()).replaceFirst("^//(?=/)", ""));
            if (directory.isAbsolute()) {
                return new StoreLocation(FILE + directory, List.of(directory.toString()));
            }
            var places = bases.stream()
                    .map(base -> base.resolve(directory).toAbsolutePath().normalize())
                    .distinct()
                    .toList();
            var found = places.stream().filter(Files::exists).findFirst().orElse(places.get(0));
            return new StoreLocation(
                    FILE + found, places.stream().map(Path::toString).toList());
        } catch (InvalidPathException e) {
            throw Problem.SETTING.because("fluxrun.store names no directory: " + uri + " (" + e.getReason() + ")");
        }
    }

    RunStore open() {
        return RunStore.open(uri);
    }
}
