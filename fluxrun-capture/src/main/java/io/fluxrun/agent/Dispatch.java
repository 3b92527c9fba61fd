package io.fluxrun.agent;

import io.fluxrun.hook.HookPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The far side of the bridge: connects its fields to this FluxRun's hooks. Not thread-safe. */
final class Dispatch {
    private final Class<?> bridge;
    private final List<HookPoint> points = new ArrayList<>();

    Dispatch(Class<?> bridge) {
        this.bridge = bridge;
        BridgeClass.set(bridge, "owner", owner());
        BridgeClass.set(bridge, "failures", (BiConsumer<Object, Throwable>)
                (where, thrown) -> HookFailures.add("agent", "the bridge at " + where, thrown));
    }

    /** Connects further points and returns the index of the first. */
    int connect(List<HookPoint> added) {
        int first = points.size();
        points.addAll(added);
        BridgeClass.set(bridge, "exits", points.stream().map(Exit::new).toArray(BiFunction[]::new));
        BridgeClass.set(bridge, "enters", points.stream().map(Enter::new).toArray(BiFunction[]::new));
        return first;
    }

    static String owner() {
        var source = Dispatch.class.getProtectionDomain().getCodeSource();
        return "FluxRun " + AgentVersion.TEXT + (source == null ? "" : " from " + source.getLocation());
    }

    private static void failed(HookPoint point, Throwable thrown) {
        HookFailures.add(point.boundary(), "its hook on " + point.types() + " " + point.methods(), thrown);
    }

    private record Enter(HookPoint point) implements BiFunction<Object, Object[], @Nullable Object> {
        @Override
        public @Nullable Object apply(@Nullable Object self, @Nullable Object[] arguments) {
            try {
                return point.hook().enter(self, arguments);
            } catch (Throwable thrown) {
                failed(point, thrown);
                return null;
            }
        }
    }

    private record Exit(HookPoint point) implements BiFunction<Object[], Object[], Object @Nullable []> {
        @Override
        public Object @Nullable [] apply(@Nullable Object[] call, @Nullable Object[] arguments) {
            try {
                return point.hook().exit(call[0], call[1], arguments, call[2], (Throwable) call[3]);
            } catch (Throwable thrown) {
                failed(point, thrown);
                return null;
            }
        }
    }
}
