package com.example.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A fresh copy of orders-service, so that the demonstration changes nothing that is committed. */
final class Workspace {

    private static final Path SOURCES = Path.of("src", "main", "java", "com", "example", "orders");
    private static final String BROKEN_CLASS = "OrderService.java";

    private final Path original;
    private final Path directory;

    private Workspace(Path original, Path directory) {
        this.original = original;
        this.directory = directory;
    }

    static Workspace copyOf(Path original, Path directory) {
        try {
            delete(directory);
            copy(original.resolve("pom.xml"), directory.resolve("pom.xml"));
            copy(original.resolve("src"), directory.resolve("src"));
        } catch (IOException e) {
            throw new Unexpected("orders-service could not be copied to " + directory, e);
        }
        return new Workspace(original, directory);
    }

    Path directory() {
        return directory;
    }

    Path jar() {
        return directory.resolve("target").resolve("orders-service.jar");
    }

    /** Returns the files under {@code src/test} whose names end with {@code name}. */
    List<Path> find(String name) {
        try {
            return tree(directory.resolve("src").resolve("test")).stream()
                    .filter(path -> path.toString().endsWith(name))
                    .toList();
        } catch (IOException e) {
            throw new Unexpected("nothing was written below src/test", e);
        }
    }

    void repair() {
        replaceBrokenClassWith(original.resolve("repair"));
    }

    void reintroduceBug() {
        replaceBrokenClassWith(original.resolve(SOURCES));
    }

    private void replaceBrokenClassWith(Path folder) {
        try {
            Path target = directory.resolve(SOURCES).resolve(BROKEN_CLASS);
            Files.writeString(target, Files.readString(folder.resolve(BROKEN_CLASS)));
        } catch (IOException e) {
            throw new Unexpected(BROKEN_CLASS + " could not be replaced", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path source : tree(from)) {
            Path target = to.resolve(from.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try {
            for (Path path :
                    tree(directory).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new Unexpected(directory + " could not be deleted", e);
        }
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.toList();
        }
    }
}
