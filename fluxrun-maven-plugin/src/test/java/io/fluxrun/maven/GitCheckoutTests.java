package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCheckoutTests {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path root;

    @Test
    void readsABranch() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", COMMIT + "\n");
        var module = Files.createDirectories(root.resolve("a/b"));

        assertThat(GitCheckout.around(module).commit()).isEqualTo(COMMIT);
    }

    @Test
    void readsADetachedHeadAndPackedRefs() throws IOException {
        write(".git/HEAD", COMMIT);
        assertThat(GitCheckout.around(root).commit()).isEqualTo(COMMIT);

        write(".git/HEAD", "ref: refs/heads/packed");
        write(".git/packed-refs", "# pack-refs\n" + COMMIT + " refs/heads/packed\n");
        assertThat(GitCheckout.around(root).commit()).isEqualTo(COMMIT);
    }

    @Test
    void readsAWorktree() throws IOException {
        write("main/.git/refs/heads/side", COMMIT);
        write("main/.git/worktrees/side/HEAD", "ref: refs/heads/side");
        write("main/.git/worktrees/side/commondir", "../..");
        write("side/.git", "gitdir: " + root.resolve("main/.git/worktrees/side"));

        assertThat(GitCheckout.around(root.resolve("side")).commit()).isEqualTo(COMMIT);
    }

    @Test
    void isNullBeforeTheFirstCommit() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main");

        assertThat(GitCheckout.around(root).commit()).isNull();
    }

    @Test
    void readsTheUsersName() throws IOException {
        write(".git/HEAD", COMMIT);
        write("home/.gitconfig", "[core]\n\tname = nobody\n[user]\n\tname = Ada Lovelace\n");
        var checkout = GitCheckout.around(root);

        assertThat(checkout.userName(root.resolve("home"))).isEqualTo("Ada Lovelace");
        write(".git/config", "[user]\n\tname = \"Grace\"\n");
        assertThat(checkout.userName(root.resolve("home"))).isEqualTo("Grace");
        assertThat(GitCheckout.around(root).userName(root.resolve("none"))).isEqualTo("Grace");
    }

    @Test
    void comparesAbbreviatedCommits() {
        assertThat(GitCheckout.same(COMMIT, "0123456")).isTrue();
        assertThat(GitCheckout.same("0123456", COMMIT)).isTrue();
        assertThat(GitCheckout.same(COMMIT, "0123457")).isFalse();
    }

    private void write(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
