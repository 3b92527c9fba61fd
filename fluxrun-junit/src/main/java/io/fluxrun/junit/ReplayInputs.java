package io.fluxrun.junit;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.junit.attach.Hooks;
import io.fluxrun.junit.fixtures.LoadedFixture;
import io.fluxrun.replay.ReplayInput;

/** Puts together what the replay engine needs. */
final class ReplayInputs {
    private ReplayInputs() {}

    static ReplayInput of(LoadedFixture fixture) {
        return new ReplayInput(
                fixture.name(),
                fixture.fixture(),
                fixture.boot(),
                fixture.digest(),
                Hooks.requestKeys(),
                FixtureFiles::json);
    }
}
