package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Fixture;
import java.util.List;
import java.util.function.Function;

/**
 * What a replay needs to know. Nothing of it is ever changed by a replay, so one input may serve many at once.
 *
 * @param name how messages name the fixture: {@code ord_01-503.json}
 * @param digest digest of the fixture as it is now, compared with the one of {@code guard.reproduced}
 * @param keys one per boundary; a boundary without one is matched by its whole request
 * @param json an allowance as a person would paste it into the fixture
 */
public record ReplayInput(
        String name,
        Fixture fixture,
        Boot boot,
        String digest,
        List<RequestKey> keys,
        Function<Allowance, String> json) {
    public ReplayInput {
        keys = List.copyOf(keys);
    }
}
