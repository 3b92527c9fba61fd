package io.fluxrun.agent;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.util.ArrayList;
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
    private final List<Hooked> slots = new ArrayList<>();
    private final Map<Hooked, Integer> byHook = new HashMap<>();
    private final Map<Place, Integer> byPlace = new HashMap<>();

    HookSlots(Class<?> bridge) {
        this.bridge = bridge;
    }

    /** Returns the slot of a point's hook for a method; the same whenever the method is instrumented again. */
    int of(HookPoint point, String type, String method, String descriptor) {
        var place = new Place(point, type, method, descriptor);
        var known = known(place);
        // The hook is asked outside the lock: it may load classes.
        return known != null ? known : add(place, new Hooked(point, hookAt(place)));
    }

    private synchronized @Nullable Integer known(Place place) {
        return byPlace.get(place);
    }

    private synchronized int add(Place place, Hooked hooked) {
        int slot = byHook.computeIfAbsent(hooked, this::newSlot);
        byPlace.put(place, slot);
        return slot;
    }

    private int newSlot(Hooked hooked) {
        slots.add(hooked);
        BridgeClass.set(bridge, "exits", slots.stream().map(Exit::new).toArray(BiFunction[]::new));
        BridgeClass.set(bridge, "enters", slots.stream().map(Enter::new).toArray(BiFunction[]::new));
        return slots.size() - 1;
    }

    private static Hook hookAt(Place place) {
        try {
            return place.point().hook().at(place.type(), place.method(), place.descriptor());
        } catch (Throwable thrown) {
            failed(place.point(), thrown);
            return place.point().hook();
        }
    }

    private static void failed(HookPoint point, Throwable thrown) {
        HookFailures.add(point.boundary(), "its hook on " + point.types() + " " + point.methods(), thrown);
    }

    private record Place(HookPoint point, String type, String method, String descriptor) {}

    private record Hooked(HookPoint point, Hook hook) {}

    private record Enter(Hooked hooked) implements BiFunction<Object, Object[], @Nullable Object> {
        @Override
        public @Nullable Object apply(@Nullable Object self, @Nullable Object[] arguments) {
            try {
                return hooked.hook().enter(self, arguments);
            } catch (Throwable thrown) {
                failed(hooked.point(), thrown);
                return null;
            }
        }
    }

    private record Exit(Hooked hooked) implements BiFunction<Object[], Object[], Object @Nullable []> {
        @Override
        public Object @Nullable [] apply(@Nullable Object[] call, @Nullable Object[] arguments) {
            try {
                return hooked.hook().exit(call[0], call[1], arguments, call[2], (Throwable) call[3]);
            } catch (Throwable thrown) {
                failed(hooked.point(), thrown);
                return null;
            }
        }
    }
}
