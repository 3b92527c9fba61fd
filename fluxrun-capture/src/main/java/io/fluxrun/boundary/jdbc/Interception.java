package io.fluxrun.boundary.jdbc;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hooks on methods that one {@code java.sql} interface declares: one point, a hook for each method. */
final class Interception {
    private final Class<?> type;
    private final Method[] declared;
    private final Map<String, List<String>> signatures = new HashMap<>();
    private final Map<String, DriverHook> hooks = new HashMap<>();

    Interception(Class<?> type) {
        this.type = type;
        // Copied at each call.
        this.declared = type.getDeclaredMethods();
        for (var method : declared) {
            if (!Modifier.isStatic(method.getModifiers())) {
                String full = method.getName() + parameters(method);
                signatures.computeIfAbsent(full, key -> new ArrayList<>()).add(full);
                signatures
                        .computeIfAbsent(method.getName(), key -> new ArrayList<>())
                        .add(full);
            }
        }
    }

    HookPoint point() {
        return HookPoint.onImplementations(
                JdbcBoundary.NAME,
                List.of(type.getName()),
                new ByMethod(Map.copyOf(hooks)),
                hooks.keySet().toArray(String[]::new));
    }

    /** @param methods names, each for all methods of the name, or with parameter types in the JVM's form */
    void before(DriverHook.Before before, String... methods) {
        add(true, before, null, methods);
    }

    void after(DriverHook.After after, String... methods) {
        add(true, null, after, methods);
    }

    void around(DriverHook.Before before, DriverHook.After after, String... methods) {
        add(true, before, after, methods);
    }

    /** A call that a replay need not refuse. */
    void closing(DriverHook.@Nullable Before before, DriverHook.@Nullable After after, String... methods) {
        add(false, before, after, methods);
    }

    /** What the driver does inside these is not recorded, nor are they. */
    void quiet(String... methods) {
        add(false, null, null, methods);
    }

    void quietOthers(Class<?> thanReturning) {
        quiet(Arrays.stream(declared)
                .filter(method -> method.getReturnType() != thanReturning)
                .map(Method::getName)
                .distinct()
                .toArray(String[]::new));
    }

    /** Returns the names of methods on columns or parameters: they take a number or a name first. */
    Set<String> methods(String prefix) {
        return Arrays.stream(declared)
                .filter(method -> method.getName().startsWith(prefix))
                .filter(method -> method.getParameterCount() > 0
                        && (method.getParameterTypes()[0] == int.class
                                || method.getParameterTypes()[0] == String.class))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    Set<String> methodsReturning(Class<?> result) {
        return Arrays.stream(declared)
                .filter(method -> method.getReturnType() == result)
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private void add(
            boolean live, DriverHook.@Nullable Before before, DriverHook.@Nullable After after, String... methods) {
        for (String name : methods) {
            String what = type.getSimpleName() + "." + name;
            var hook = live ? DriverHook.of(what, before, after) : DriverHook.harmless(what, before, after);
            for (String full : signatures.getOrDefault(name, List.of())) {
                hooks.put(full, hook);
            }
        }
    }

    private static String parameters(Method method) {
        var descriptor = new StringBuilder("(");
        for (var parameter : method.getParameterTypes()) {
            descriptor.append(parameter.descriptorString());
        }
        return descriptor.append(')').toString();
    }

    private record ByMethod(Map<String, DriverHook> hooks) implements Hook {
        @Override
        public Hook at(String type, String method, String descriptor) {
            var hook = hooks.get(method + descriptor.substring(0, descriptor.indexOf(')') + 1));
            return hook == null ? this : hook;
        }

        @Override
        public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
            return null;
        }
    }
}
