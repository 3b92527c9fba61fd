package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.fixture.FixtureException;
import io.fluxrun.junit.fixtures.FixtureNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A fixture that cannot be used fails its test and never skips it. */
class UnusableFixtureTests {
    @BeforeAll
    static void write() throws IOException {
        Fixtures.seenRed("unusable/whole.json");
        var whole = Files.readString(Fixtures.file("unusable/whole.json"));
        Fixtures.broken("unusable/empty.json", "");
        Fixtures.broken("unusable/truncated.json", whole.substring(0, whole.length() / 2));
        Fixtures.broken("unusable/newer.json", whole.replaceFirst("\"fluxrun\": 1", "\"fluxrun\": 2"));
        Files.createDirectories(Fixtures.file("unusable/none/x").getParent());
    }

    @Test
    void aMissingFixtureSaysWhereItWasLookedFor() {
        assertThat(Tests.failure(MissingTestCase.class))
                .isInstanceOf(FixtureNotFoundException.class)
                .hasMessageContaining("No fixture 'gone.json' for MissingTestCase")
                .hasMessageContaining("src/test/resources/fixtures")
                .hasMessageContaining("test-classes");
        assertThat(Tests.failure(MissingWithParameterTestCase.class)).isInstanceOf(RuntimeException.class);
    }

    static class MissingTestCase {
        @ReplayFixture("gone.json")
        void guard() {}
    }

    static class MissingWithParameterTestCase {
        @ReplayFixture("gone.json")
        void guard(Replay replay) {}
    }

    @Test
    void aFolderWithoutFixturesFails() {
        assertThat(Tests.failure(EmptyFolderTestCase.class)).isInstanceOf(FixtureNotFoundException.class);
    }

    static class EmptyFolderTestCase {
        @ReplayFixture("unusable/none")
        void guard() {}
    }

    @Test
    void anUnreadableFixtureNamesItsFile() {
        assertThat(Tests.failure(EmptyFileTestCase.class))
                .isInstanceOf(FixtureException.class)
                .hasMessageContaining("empty.json");
        assertThat(Tests.failure(TruncatedTestCase.class))
                .isInstanceOf(FixtureException.class)
                .hasMessageContaining("truncated.json");
        assertThat(Tests.failure(NewerTestCase.class))
                .isInstanceOf(FixtureException.class)
                .hasMessageContaining("newer.json");
    }

    static class EmptyFileTestCase {
        @ReplayFixture("unusable/empty.json")
        void guard() {}
    }

    static class TruncatedTestCase {
        @ReplayFixture("unusable/truncated.json")
        void guard() {}
    }

    static class NewerTestCase {
        @ReplayFixture("unusable/newer.json")
        void guard() {}
    }
}
