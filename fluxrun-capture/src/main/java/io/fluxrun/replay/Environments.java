package io.fluxrun.replay;

import io.fluxrun.run.Environment;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

final class Environments {
    private Environments() {}

    static @Nullable Value find(Environment environment, EnvironmentKind kind, String name) {
        return switch (kind) {
            case VARIABLE -> environment.variables().get(name);
            case PROPERTY -> environment.properties().get(name);
        };
    }

    /** Returns the variables that were present, those of later environments winning. */
    static Map<String, String> variables(Environment... environments) {
        var present = new TreeMap<String, String>();
        for (var environment : environments) {
            environment.variables().forEach((name, value) -> {
                String text = value.text();
                if (text != null) {
                    present.put(name, text);
                }
            });
        }
        return present;
    }
}
