package io.fluxrun.agent;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The far side of the bridge for hooks: each has a slot, whose index is a constant in the methods it is put into.
 * Thread-safe.
 */
final class HookSlots {
    private final Class<?> bridge;
    private final List<Hook> slots = new ArrayList<>();
    private final Map<Hook, Integer> byHook = new HashMap<>();
    private final Map<Place, Integer> byPlace = new HashMap<>();
    private BiFunction<?, ?, ?>[] enters = {};
    private BiFunction<?, ?, ?>[] exits = {};

    HookSlots(Class<?> bridge) {
        this.bridge = bridge;
    }

    /** Returns the slot of the points' hooks for a method; the same whenever the method is instrumented again. */
    int of(List<HookPoint> points, String type, String method, String descriptor) {
        var place = new Place(points, type, method, descriptor);
        var known = known(place);
        // The hooks are asked outside the lock: they may load classes.
        return known != null ? known : add(place, hookAt(place));
    }

    /** Whether the slot's hooks are of no interest outside a lane. */
    synchronized boolean inLaneOnly(int slot) {
        return slots.get(slot).inLaneOnly();
    }

    private synchronized @Nullable Integer known(Place place) {
        return byPlace.get(place);
    }

    private synchronized int add(Place place, Hook hook) {
        var slot = byHook.get(hook);
        if (slot == null) {
            slot = newSlot(hook);
            byHook.put(hook, slot);
        }
        byPlace.put(place, slot);
        return slot;
    }

    private int newSlot(Hook hook) {
        slots.add(hook);
        exits = Arrays.copyOf(exits, slots.size());
        exits[slots.size() - 1] = new Exit(hook);
        enters = Arrays.copyOf(enters, slots.size());
        enters[slots.size() - 1] = new Enter(hook);
        BridgeClass.set(bridge, "exits", exits);
        BridgeClass.set(bridge, "enters", enters);
        return slots.size() - 1;
    }

    private static Hook hookAt(Place place) {
        var hooks = new ArrayList<Hook>();
        for (var point : place.points()) {
            hooks.add(ContainedHook.at(point, place.type(), place.method(), place.descriptor()));
        }
        return hooks.size() == 1 ? hooks.get(0) : new NestedHooks(hooks);
    }

    private record Place(List<HookPoint> points, String type, String method, String descriptor) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that
                    && that.type.equals(type)
                    && that.method.equals(method)
                    && that.descriptor.equals(descriptor)
                    && samePoints(that.points);
        }

        @Override
        public int hashCode() {
            return (type.hashCode() * 31 + method.hashCode()) * 31 + descriptor.hashCode();
        }

        @SuppressWarnings("ReferenceEquality") // there is one of each, and its own comparison is dear
        private boolean samePoints(List<HookPoint> others) {
            boolean same = points.size() == others.size();
            for (int i = 0; same && i < others.size(); i++) {
                same = points.get(i) == others.get(i);
            }
            return same;
        }
    }

    /** What a contained hook throws is too much for it, such as a stack overflow: the bridge catches it. */
    private record Enter(Hook hook) implements BiFunction<Object, Object[], @Nullable Object> {
        @Override
        public @Nullable Object apply(@Nullable Object self, @Nullable Object[] arguments) {
            try {
                return hook.enter(self, arguments);
            } catch (Error | RuntimeException thrown) {
                throw thrown;
            } catch (Throwable checked) {
                throw new IllegalStateException(checked);
            }
        }
    }

    private record Exit(Hook hook) implements BiFunction<Object[], Object[], Object @Nullable []> {
        @Override
        public Object @Nullable [] apply(@Nullable Object[] call, @Nullable Object[] arguments) {
            try {
                return hook.exit(call[0], call[1], arguments, call[2], (Throwable) call[3]);
            } catch (Error | RuntimeException thrown) {
                throw thrown;
            } catch (Throwable checked) {
                throw new IllegalStateException(checked);
            }
        }
    }
}
