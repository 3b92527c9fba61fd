package io.fluxrun.boundary.http.message;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the application's part of an exchange in the application's lane, and the client's part in none. */
public final class InLane {
    private InLane() {}

    public static void run(Lane lane, Runnable part) {
        restoring(Scope.bind(lane.shadow()), part);
    }

    public static <T> T get(Lane lane, Supplier<T> part) {
        Lane before = Scope.bind(lane.shadow());
        try {
            return part.get();
        } finally {
            Scope.restore(before);
        }
    }

    public static void suspended(Runnable part) {
        restoring(Scope.suspend(), part);
    }

    private static void restoring(@Nullable Lane before, Runnable part) {
        try {
            part.run();
        } finally {
            Scope.restore(before);
        }
    }
}
