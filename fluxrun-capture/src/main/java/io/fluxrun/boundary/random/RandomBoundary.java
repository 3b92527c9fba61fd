package io.fluxrun.boundary.random;

import io.fluxrun.hook.Call;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Draws from random sources at call sites. A draw is named with its bounds, so a recorded one never answers another
 * method or bound; a site without one draws from a source derived from fixture, lane and site. Thread-safe.
 */
public final class RandomBoundary {
    public static final String NAME = "random";

    private RandomBoundary() {}

    /** Returns the boundary's handlers by {@link Call#api()}. */
    public static Map<String, Call.Handler> calls() {
        var handlers = new HashMap<String, Call.Handler>();
        for (var draw : Draws.all()) {
            handlers.put(draw.api(), call -> handle(call, draw));
        }
        return handlers;
    }

    private static @Nullable Object handle(Call call, Draws draw) {
        Lane lane = Scope.current();
        var real = call.real();
        if (lane == null || real == null) {
            return real;
        }
        var api = draw.name(call);
        if (lane.session() instanceof Recording recording) {
            recording.draw(lane, api, call.site(), real instanceof byte[] bytes ? bytes.clone() : textual(real));
            return real;
        }
        if (lane.session() instanceof Replaying replaying) {
            Value recorded = replaying.draw(lane, api, call.site());
            var value = recorded == null ? null : draw.parse(recorded);
            if (value == null) {
                Random derived = replaying.derived(lane, call.site());
                value = draw.from(derived, call);
            }
            return into(real, value);
        }
        return real;
    }

    /** A number of any length stays text: a fixture's numbers are read by others, too. */
    private static Object textual(Object real) {
        return real instanceof BigInteger integer ? integer.toString() : real;
    }

    /** The application's array is filled; any other value is returned as it is. */
    private static Object into(Object real, Object value) {
        if (real instanceof byte[] target && value instanceof byte[] source) {
            System.arraycopy(source, 0, target, 0, Math.min(source.length, target.length));
            return target;
        }
        return value;
    }
}
