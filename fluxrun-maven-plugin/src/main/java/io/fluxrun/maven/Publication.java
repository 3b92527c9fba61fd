package io.fluxrun.maven;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies several files so that all of them arrive or none: whatever was there before is back if one fails. */
final class Publication {
    private record Copy(Path from, Path to) {}

    private interface Undo {
        void undo() throws IOException;
    }

    private final List<Copy> copies = new ArrayList<>();
    private final Deque<Undo> undos = new ArrayDeque<>();
    private final List<Path> kept = new ArrayList<>();

    /** @throws IOException if a file could not be written at one of these places; everything is left as it was */
    static void rehearse(List<Path> targets) throws IOException {
        var rehearsal = new Publication();
        try {
            for (var target : targets) {
                rehearsal.createDirectories(target.getParent());
                var tried = beside(target, ".try");
                rehearsal.undos.push(() -> Files.deleteIfExists(tried));
                Files.write(tried, new byte[0]);
            }
        } catch (IOException e) {
            rehearsal.undo(e);
            throw e;
        }
        rehearsal.undo(new IOException());
    }

    /** Adds a file, unless the same bytes are at the target already. */
    Publication add(Path from, Path to) throws IOException {
        if (!Files.isRegularFile(to) || Files.mismatch(from, to) >= 0) {
            copies.add(new Copy(from, to));
        }
        return this;
    }

    /** @throws IOException if one file could not be written; then no file was */
    void publish() throws IOException {
        try {
            var staged = new ArrayList<Copy>();
            for (var copy : copies) {
                staged.add(new Copy(stage(copy), copy.to()));
            }
            for (var copy : staged) {
                replace(copy.from(), copy.to());
            }
        } catch (IOException e) {
            undo(e);
            throw e;
        }
        for (var old : kept) {
            Files.deleteIfExists(old);
        }
    }

    private Path stage(Copy copy) throws IOException {
        createDirectories(copy.to().getParent());
        var staged = beside(copy.to(), ".new");
        undos.push(() -> Files.deleteIfExists(staged));
        return Files.copy(copy.from(), staged, StandardCopyOption.REPLACE_EXISTING);
    }

    private void createDirectories(@Nullable Path directory) throws IOException {
        if (directory != null && !Files.isDirectory(directory)) {
            createDirectories(directory.getParent());
            Files.createDirectory(directory);
            undos.push(() -> Files.deleteIfExists(directory));
        }
    }

    private void replace(Path staged, Path target) throws IOException {
        var old = beside(target, ".old");
        if (Files.exists(target)) {
            undos.push(() -> Files.deleteIfExists(old));
            Files.copy(target, old, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            kept.add(old);
            undos.push(() -> move(old, target));
        } else {
            undos.push(() -> Files.deleteIfExists(target));
        }
        move(staged, target);
    }

    private void undo(IOException failure) {
        while (!undos.isEmpty()) {
            try {
                undos.pop().undo();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path beside(Path target, String suffix) {
        return target.resolveSibling("." + target.getFileName() + ".fluxrun" + suffix);
    }
}
