package io.fluxrun.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Git checkout a module lies in, read from its files: no process, and nothing but the commit and the user's name. */
final class GitCheckout {
    private static final Pattern USER_NAME = Pattern.compile("\\s*name\\s*=\\s*\"?(.*?)\"?\\s*");

    private final Path gitDirectory;

    private GitCheckout(Path gitDirectory) {
        this.gitDirectory = gitDirectory;
    }

    /** Returns the checkout around {@code start}, {@code null} if there is none. */
    static @Nullable GitCheckout around(Path start) throws IOException {
        for (var directory = start.toAbsolutePath(); directory != null; directory = directory.getParent()) {
            var git = directory.resolve(".git");
            if (Files.isDirectory(git)) {
                return new GitCheckout(git);
            }
            if (Files.isRegularFile(git)) {
                var pointer = Files.readString(git).strip().replaceFirst("^gitdir:\\s*", "");
                return new GitCheckout(directory.resolve(pointer).normalize());
            }
        }
        return null;
    }

    /** Returns the commit that is checked out, {@code null} before the first one. */
    @Nullable
    String commit() throws IOException {
        var head = read(gitDirectory.resolve("HEAD"));
        if (head == null || !head.startsWith("ref:")) {
            return head;
        }
        var ref = head.substring("ref:".length()).strip();
        var loose = read(gitDirectory.resolve(ref));
        if (loose == null) {
            loose = read(common().resolve(ref));
        }
        return loose != null ? loose : packed(ref);
    }

    /** Returns {@code user.name} of the repository, else of the user; {@code null} if neither says. */
    @Nullable
    String userName(Path home) throws IOException {
        for (var config :
                List.of(common().resolve("config"), home.resolve(".gitconfig"), home.resolve(".config/git/config"))) {
            var name = userNameIn(config);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /** Says whether two commits are the same one, either of them perhaps abbreviated. */
    static boolean same(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        return a.startsWith(b) || b.startsWith(a);
    }

    private Path common() throws IOException {
        var common = read(gitDirectory.resolve("commondir"));
        return common == null ? gitDirectory : gitDirectory.resolve(common).normalize();
    }

    private @Nullable String packed(String ref) throws IOException {
        var packed = common().resolve("packed-refs");
        if (Files.isRegularFile(packed)) {
            for (var line : Files.readAllLines(packed)) {
                if (line.endsWith(" " + ref)) {
                    return line.substring(0, line.indexOf(' '));
                }
            }
        }
        return null;
    }

    private static @Nullable String userNameIn(Path config) throws IOException {
        if (!Files.isReadable(config)) {
            return null;
        }
        var inUser = false;
        for (var line : Files.readAllLines(config)) {
            if (line.strip().startsWith("[")) {
                inUser = line.strip().equalsIgnoreCase("[user]");
            }
            var name = USER_NAME.matcher(line);
            if (inUser && name.matches()) {
                return name.group(1);
            }
        }
        return null;
    }

    private static @Nullable String read(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file).strip() : null;
    }
}
