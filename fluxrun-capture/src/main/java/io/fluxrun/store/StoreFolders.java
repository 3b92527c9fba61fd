package io.fluxrun.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The layout of a directory store; no folder of it may be a link that leads elsewhere. */
final class StoreFolders {
    static final String RUN = ".json";
    static final String SUMMARY = ".summary.json";

    private final Path root;
    private final Path runs;

    StoreFolders(Path root) {
        this.root = root;
        runs = root.resolve("runs");
    }

    Path root() {
        return root;
    }

    Path runs() {
        return runs;
    }

    Path run(String id) {
        return runs.resolve(id + RUN);
    }

    Path summary(String id) {
        return runs.resolve(id + SUMMARY);
    }

    boolean exists() {
        check();
        return Files.exists(runs);
    }

    /** @throws StoreException if this is no directory of its own */
    void check() {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new StoreException(
                    "The store " + root + " is not a directory. Name a directory, such as fluxrun.store=file:.fluxrun");
        }
        for (Path folder : List.of(runs, runs.resolve("boot"), runs.resolve("bodies"))) {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new StoreException("The store's folder " + folder
                        + " is a link or no directory, and a store holds its own files. Move it away.");
            }
        }
    }

    /** Returns the files that may be runs, in no order; empty if there is no store. */
    List<Path> candidates() {
        var found = new ArrayList<Path>();
        if (!exists()) {
            return found;
        }
        try (var files = Files.newDirectoryStream(runs, "*" + RUN)) {
            for (Path file : files) {
                String name = name(file);
                if (!name.endsWith(SUMMARY) && !name.startsWith(".")) {
                    found.add(file);
                }
            }
            return found;
        } catch (IOException | DirectoryIteratorException e) {
            throw unreadable(e);
        }
    }

    long size() {
        var sum = new AtomicLong();
        if (!exists()) {
            return 0;
        }
        try {
            Files.walkFileTree(runs, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum.addAndGet(attributes.size());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        // Another process renamed its temporary file or removed a run meanwhile.
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
            return sum.get();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private StoreException unreadable(Exception e) {
        return new StoreException("The store " + root + " cannot be read: " + e + ". Check its permissions.", e);
    }
}
