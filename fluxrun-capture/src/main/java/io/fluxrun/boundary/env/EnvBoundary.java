package io.fluxrun.boundary.env;

import io.fluxrun.hook.Call;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables and system properties at call sites. In a replay the environment is the recorded one: a variable
 * that was not read is absent. A property that was not read is this JVM's own, because properties also describe the JVM
 * and the machine. Thread-safe.
 */
public final class EnvBoundary {
    public static final String NAME = "env";

    private EnvBoundary() {}

    /** Returns the boundary's handlers by {@link Call#api()}. */
    public static Map<String, Call.Handler> calls() {
        return Map.of(
                "java.lang.System.getenv(String)", call -> read(EnvironmentKind.VARIABLE, call),
                "java.lang.System.getProperty(String)", call -> read(EnvironmentKind.PROPERTY, call),
                "java.lang.System.getenv()", call -> variables(call));
    }

    private static @Nullable Object variables(Call call) {
        Lane lane = Scope.current();
        if (lane != null && lane.session() instanceof Replaying replaying) {
            return RecordedVariables.of(replaying);
        }
        return lane != null && lane.session() instanceof Recording recording && call.real() instanceof Map<?, ?> real
                ? ReadVariables.of(real, recording, call.site())
                : call.real();
    }

    private static @Nullable Object read(EnvironmentKind kind, Call call) {
        Lane lane = Scope.current();
        var real = (String) call.real();
        if (lane == null || !(call.argument(0) instanceof String name)) {
            return real;
        }
        if (lane.session() instanceof Recording recording) {
            recording.environment(kind, name, real);
            return real;
        }
        if (lane.session() instanceof Replaying replaying) {
            Value recorded = replaying.environment(kind, name);
            if (recorded != null) {
                return recorded.text();
            }
            if (kind == EnvironmentKind.VARIABLE) {
                replaying.note("the environment variable " + name + ", read at " + call.site()
                        + ", was not read when the run was recorded: it is absent");
                return null;
            }
        }
        return real;
    }
}
