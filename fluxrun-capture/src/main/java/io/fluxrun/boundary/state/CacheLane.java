package io.fluxrun.boundary.state;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The lane of whoever asked a cache: what the application's loader does belongs to the run, what the cache does not. */
final class CacheLane {
    private final Lane lane;
    private volatile boolean loaded;

    CacheLane(Lane lane) {
        this.lane = lane;
    }

    /** Whether the application's own code was called to find the answer. */
    boolean loaded() {
        return loaded;
    }

    <T extends @Nullable Object> T call(Callable<T> loader) throws Exception {
        loaded = true;
        Lane before = Scope.bind(lane);
        try {
            return loader.call();
        } finally {
            Scope.restore(before);
        }
    }
}
