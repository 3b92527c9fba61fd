package io.fluxrun.agent;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Replaying;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A replay that knows one value per method, whatever the site. */
final class ReplayingSession implements Replaying {
    static final Instant NOW = Instant.parse("2001-02-03T04:05:06.007Z");
    final Map<String, Value> recorded = new HashMap<>();
    final Map<String, Value> environment = new HashMap<>();

    @Override
    public Value reading(Lane lane, String api, String site) {
        return recorded.get(api);
    }

    @Override
    public Value draw(Lane lane, String api, String site) {
        return recorded.get(api);
    }

    @Override
    public Instant now(Lane lane) {
        return NOW;
    }

    @Override
    public long nanoTime(Lane lane) {
        return 77;
    }

    @Override
    public Random derived(Lane lane, String site) {
        return new Random(1);
    }

    @Override
    public Value environment(EnvironmentKind kind, String name) {
        return environment.get(name);
    }

    @Override
    public Answer ask(Lane lane, String boundary, String operation, boolean write, Value request) {
        throw new IllegalStateException("not asked here");
    }

    @Override
    public Value metadata(String key) {
        return null;
    }

    @Override
    public LiveCallBlockedError blocked(Lane lane, String boundary, String what) {
        return new LiveCallBlockedError(what);
    }

    @Override
    public void entryEnded(Throwable error) {}

    @Override
    public void note(String remark) {}

    @Override
    public String id() {
        return "replay";
    }

    @Override
    public void laneOpened(Lane child) {}
}
