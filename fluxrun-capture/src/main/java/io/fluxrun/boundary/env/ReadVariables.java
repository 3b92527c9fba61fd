package io.fluxrun.boundary.env;

import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Recording;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole environment in a run that is recorded: it notes which variables are looked up. */
final class ReadVariables extends AbstractMap<String, String> {
    private final Map<String, String> real;
    private final Recording recording;
    private final String site;

    private ReadVariables(Map<String, String> real, Recording recording, String site) {
        this.real = real;
        this.recording = recording;
        this.site = site;
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> of(Map<?, ?> real, Recording recording, String site) {
        return Collections.unmodifiableMap(new ReadVariables((Map<String, String>) real, recording, site));
    }

    @Override
    @SuppressWarnings("NullAway") // a map answers null for what it lacks
    public String get(@Nullable Object name) {
        var value = real.get(name);
        if (!recording.closed() && name instanceof String text) {
            recording.environment(EnvironmentKind.VARIABLE, text, value);
        }
        return value;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    /** What nobody named is not put into a file: among the variables are secrets. */
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        if (!recording.closed()) {
            recording.partial("all environment variables were read at once at " + site + "; only those that were looked"
                    + " up by name are recorded");
        }
        return real.entrySet();
    }
}
