package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.fixture.FixtureException;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.store.StoreException;
import io.fluxrun.store.StoredRun;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunChoiceTests {
    @TempDir
    private Path root;

    @Test
    void findsARunByItsUniqueBeginning() {
        Samples.store(root.resolve(".fluxrun"));

        assertThat(choice("run_a", null).load()).isEqualTo(new StoredRun(Samples.outage("run_a1"), null));
        assertThatThrownBy(() -> choice("run_b", null).load())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("run_b1, run_b2");
    }

    @Test
    void readsARunFileWithItsBoot() {
        var hash = FixtureFiles.writeBoot(Samples.boot(), root);
        var run = Samples.bootedBy(Samples.outage(), hash);
        FixtureFiles.write(new Fixture(run, Guard.NONE), root.resolve("run.json"));

        assertThat(choice(null, "run.json").load()).isEqualTo(new StoredRun(run, Samples.boot()));
        assertThatThrownBy(() -> choice(null, "other.json").load()).isInstanceOf(FixtureException.class);
    }

    @Test
    void asksWhichOne() {
        assertThatThrownBy(() -> choice(" ", null).load())
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("[FLUX-201] Which run?");
    }

    private RunChoice choice(@Nullable String id, @Nullable String file) {
        return new RunChoice(List.of(root), null, id, file);
    }
}
