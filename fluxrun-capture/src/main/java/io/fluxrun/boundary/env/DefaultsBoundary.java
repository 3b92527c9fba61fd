package io.fluxrun.boundary.env;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The default time zone and locale, which the JDK itself asks for in many places: in a replay's lanes they are those of
 * the run, everywhere else this JVM's. The run notes them as a whole, so a recording needs no hook. Thread-safe.
 */
public final class DefaultsBoundary {
    private DefaultsBoundary() {}

    /** Returns the points to intercept where replays happen. */
    public static List<HookPoint> replayPoints() {
        var zone = new Default(Replaying::timeZone);
        var locale = new Default(Replaying::locale);
        load(zone, locale);
        return List.of(
                HookPoint.on(EnvBoundary.NAME, "java.util.TimeZone", zone, "getDefaultRef"),
                HookPoint.on(EnvBoundary.NAME, "java.util.Locale", locale, "getDefault"));
    }

    /**
     * The JDK asks for the locale whenever it loads a class. If that is one which the hooks need, they would load it
     * once more: so all of them are loaded before.
     */
    private static void load(Default... hooks) {
        HandOver.notStarted(Thread.currentThread());
        Scope.sessionOpened();
        try {
            for (var hook : hooks) {
                hook.enter(null, new Object[] {Replaying.class});
            }
        } finally {
            Scope.sessionClosed();
        }
    }

    private record Default(Function<Replaying, @Nullable Object> recorded) implements Hook {
        /** What a hook of a later version needs besides must not recurse. */
        private static final ThreadLocal<@Nullable Boolean> ASKED = new ThreadLocal<>();

        @Override
        public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
            if (ASKED.get() != null) {
                return null;
            }
            ASKED.set(true);
            try {
                Lane lane = Scope.current();
                var value = lane != null && lane.session() instanceof Replaying replaying
                        ? recorded.apply(replaying)
                        : null;
                return value == null ? null : Hook.answer(value);
            } finally {
                ASKED.remove();
            }
        }
    }
}
