package io.fluxrun.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

final class StoreUri {
    private static final String FILE = "file:";
    private static final String EXAMPLE = "Use file:DIRECTORY, for example fluxrun.store=file:.fluxrun";

    private StoreUri() {}

    /** Returns the absolute directory of {@code file:a/b}, {@code file:/a/b} and {@code file:///a/b}. */
    static Path directory(String uri) {
        if (!uri.startsWith(FILE)) {
            throw new StoreException("The store \"" + uri + "\" is of no kind that this FluxRun knows. " + EXAMPLE);
        }
        String path = uri.substring(FILE.length());
        if (path.startsWith("///")) {
            path = path.substring(2);
        } else if (path.startsWith("//")) {
            throw new StoreException("The store \"" + uri + "\" names another host. " + EXAMPLE);
        }
        try {
            if (!path.isBlank()) {
                return Path.of(path).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException e) {
            throw new StoreException(
                    "The store \"" + uri + "\" names no directory: " + e.getReason() + ". " + EXAMPLE, e);
        }
        throw new StoreException("The store \"" + uri + "\" names no directory. " + EXAMPLE);
    }
}
