package io.fluxrun.boundary.env;

import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Replaying;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole environment as a replay knows it. */
final class RecordedVariables extends AbstractMap<String, String> {
    private final Replaying replaying;

    private RecordedVariables(Replaying replaying) {
        this.replaying = replaying;
    }

    static Map<String, String> of(Replaying replaying) {
        return Collections.unmodifiableMap(new RecordedVariables(replaying));
    }

    @Override
    @SuppressWarnings("NullAway") // a map answers null for what it lacks
    public String get(@Nullable Object name) {
        var recorded = name instanceof String text ? replaying.environment(EnvironmentKind.VARIABLE, text) : null;
        return recorded == null ? null : recorded.text();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Collections.unmodifiableMap(replaying.variables()).entrySet();
    }
}
