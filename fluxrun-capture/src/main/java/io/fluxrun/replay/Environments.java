package io.fluxrun.replay;

import io.fluxrun.run.Environment;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import org.jspecify.annotations.Nullable;

final class Environments {
    private Environments() {}

    static @Nullable Value find(Environment environment, EnvironmentKind kind, String name) {
        return switch (kind) {
            case VARIABLE -> environment.variables().get(name);
            case PROPERTY -> environment.properties().get(name);
        };
    }
}
