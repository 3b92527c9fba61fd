package io.fluxrun.agent;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.replay.ReplaySession;
import io.fluxrun.scope.Scope;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells replays that a method was entered. A failure that no exchange broke leaves no other trace once it is repaired.
 */
public final class EntryProbe {
    private static final Set<String> WATCHED = ConcurrentHashMap.newKeySet();

    private EntryProbe() {}

    /**
     * Watches a method in every replay from now on.
     *
     * @param method {@code com.acme.Orders#place}
     * @throws IllegalStateException as {@link SelfAttachment#install}
     */
    public static void watch(String method) {
        int hash = method.indexOf('#');
        if (hash > 0 && WATCHED.add(method)) {
            var point =
                    HookPoint.on("guard", method.substring(0, hash), new Entered(method), method.substring(hash + 1));
            AgentInstaller.add(SelfAttachment.install(), List.of(point));
        }
    }

    private record Entered(String method) implements Hook {
        @Override
        public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
            var lane = Scope.current();
            if (lane != null && lane.session() instanceof ReplaySession replay) {
                replay.entered(method);
            }
            return null;
        }
    }
}
