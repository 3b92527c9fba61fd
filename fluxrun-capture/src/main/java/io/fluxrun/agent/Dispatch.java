package io.fluxrun.agent;

import static java.util.Objects.requireNonNull;

import io.fluxrun.boundary.lane.LaneBoundary;
import io.fluxrun.boundary.time.TimeBoundary;
import io.fluxrun.boundary.wait.WaitBoundary;
import io.fluxrun.hook.Call;
import io.fluxrun.scope.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The far side of the bridge for rewritten calls: connects its fields to the boundaries' handlers. */
final class Dispatch {
    private Dispatch() {}

    static void connect(Class<?> bridge, Supplier<Map<String, Map<String, Call.Handler>>> boundaries) {
        BridgeClass.set(bridge, "owner", owner());
        BridgeClass.set(bridge, "failures", (BiConsumer<Object, Throwable>)
                (where, thrown) -> HookFailures.add("agent", "the bridge at " + where, thrown));
        BridgeClass.set(bridge, "calls", new Calls(boundaries));
        BridgeClass.set(bridge, "currentTimeMillis", (ToLongFunction<String>) TimeBoundary::currentTimeMillis);
        BridgeClass.set(bridge, "nanoTime", (ToLongFunction<String>) TimeBoundary::nanoTime);
        BridgeClass.set(bridge, "instant", (Function<String, Instant>) TimeBoundary::instant);
        BridgeClass.set(bridge, "waits", (Function<Object[], Object @Nullable []>) Dispatch::await);
        BridgeClass.set(bridge, "taskEnds", (Consumer<Object>) LaneBoundary::end);
        BridgeClass.set(bridge, "taskBegins", (BinaryOperator<Object>) LaneBoundary::begin);
        BridgeClass.set(bridge, "lane", (BooleanSupplier) () -> Scope.current() != null);
    }

    private static Object @Nullable [] await(Object[] call) {
        return WaitBoundary.handle((String) call[0], (String) call[1], Arrays.copyOfRange(call, 2, call.length));
    }

    static String owner() {
        var source = Dispatch.class.getProtectionDomain().getCodeSource();
        return "FluxRun " + AgentVersion.TEXT + (source == null ? "" : " from " + source.getLocation());
    }

    private record Handled(String boundary, Call.Handler handler) {}

    /** Most applications make a few of these calls: what handles them is made at the first. */
    private static final class Calls implements Function<Object[], @Nullable Object> {
        private final Supplier<Map<String, Map<String, Call.Handler>>> boundaries;
        private volatile @Nullable Map<String, Handled> known;

        Calls(Supplier<Map<String, Map<String, Call.Handler>>> boundaries) {
            this.boundaries = boundaries;
        }

        private Map<String, Handled> handlers() {
            var handlers = known;
            if (handlers == null) {
                var made = new HashMap<String, Handled>();
                boundaries
                        .get()
                        .forEach((boundary, calls) ->
                                calls.forEach((api, handler) -> made.put(api, new Handled(boundary, handler))));
                handlers = made;
                known = made;
            }
            return handlers;
        }

        @Override
        public @Nullable Object apply(@Nullable Object[] call) {
            var api = (String) requireNonNull(call[0]);
            var site = (String) requireNonNull(call[1]);
            var handled = handlers().get(api);
            if (handled == null) {
                return call[2];
            }
            try {
                return handled.handler()
                        .handle(new Call(api, site, call[2], Arrays.asList(call).subList(3, call.length)));
            } catch (Throwable thrown) {
                HookFailures.add(handled.boundary(), api, thrown);
                return call[2];
            }
        }
    }
}
