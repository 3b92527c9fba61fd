package io.fluxrun.junit;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;

/** A boundary by hand: asks the replay, and may never be asked outside one. */
final class Upstream {
    private Upstream() {}

    static int ask(String request) {
        return ask(request, false);
    }

    static int write(String request) {
        return ask(request, true);
    }

    private static int ask(String request, boolean write) {
        var lane = Scope.current();
        if (lane == null || !(lane.session() instanceof Replaying replaying)) {
            throw new AssertionError("a live call: " + request);
        }
        var answer = replaying.ask(lane, "shop", request, write, Value.of(request));
        return (int) ((Answer.Response) answer).value().get("status").asLong();
    }
}
