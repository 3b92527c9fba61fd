package io.fluxrun.agent;

import io.fluxrun.hook.HookPoint;
import io.fluxrun.hook.HookPoint.Match;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which hook points a class has, decided from its name and the raw bytes of its file. Thread-safe. */
final class HookPlan {
    private final Map<String, List<Numbered>> exact = new HashMap<>();
    private final List<Subtypes> subtypes = new ArrayList<>();
    private final Hierarchy hierarchy = new Hierarchy();

    /** Makes the plan of points whose indices on the bridge begin at {@code first}. */
    HookPlan(List<HookPoint> points, int first) {
        for (int i = 0; i < points.size(); i++) {
            var numbered = new Numbered(first + i, points.get(i));
            if (numbered.point().match() == Match.SUBTYPES) {
                subtypes.add(Subtypes.of(numbered));
            } else {
                for (var type : numbered.point().types()) {
                    exact.computeIfAbsent(internal(type), key -> new ArrayList<>())
                            .add(numbered);
                }
            }
        }
    }

    /** Returns the points of a class from its file; empty for nearly all. */
    List<Numbered> pointsOf(String internalName, @Nullable ClassLoader loader, ClassScan scan) {
        var found = new ArrayList<>(exact.getOrDefault(internalName, List.of()));
        Set<String> above = null;
        for (var candidate : subtypes) {
            if (candidate.possible(scan)) {
                if (above == null) {
                    above = hierarchy.supertypes(scan.parents(), loader);
                    above.add(internalName);
                }
                if (candidate.types().stream().anyMatch(above::contains)) {
                    found.add(candidate.numbered());
                }
            }
        }
        return found;
    }

    /** Whether a class that is already loaded may have points. */
    boolean concerns(Class<?> loaded) {
        if (exact.containsKey(internal(loaded.getName()))) {
            return true;
        }
        if (subtypes.isEmpty()) {
            return false;
        }
        var above = new HashSet<String>();
        collect(loaded, above);
        return subtypes.stream()
                .anyMatch(candidate -> candidate.types().stream().anyMatch(above::contains));
    }

    private static void collect(@Nullable Class<?> type, Set<String> above) {
        if (type != null && type != Object.class && above.add(internal(type.getName()))) {
            collect(type.getSuperclass(), above);
            for (var parent : type.getInterfaces()) {
                collect(parent, above);
            }
        }
    }

    private static String internal(String binaryName) {
        return binaryName.replace('.', '/');
    }

    record Numbered(int index, HookPoint point) {
        /** Whether the point means this method; names may carry parameter types. */
        boolean means(String method, String descriptor) {
            var methods = point.methods();
            return methods.contains(method)
                    || methods.contains(method + descriptor.substring(0, descriptor.indexOf(')') + 1));
        }
    }

    /** Implementations are recognised cheaply first: they declare a named method and mention the interface's package. */
    private record Subtypes(Numbered numbered, Set<String> types, List<byte[]> names, List<byte[]> packages) {
        static Subtypes of(Numbered numbered) {
            var types = new HashSet<String>();
            var packages = new HashSet<String>();
            for (var type : numbered.point().types()) {
                var name = internal(type);
                types.add(name);
                packages.add(name.substring(0, name.lastIndexOf('/') + 1));
            }
            var names = new HashSet<String>();
            for (var method : numbered.point().methods()) {
                int parameters = method.indexOf('(');
                names.add(parameters < 0 ? method : method.substring(0, parameters));
            }
            return new Subtypes(numbered, types, bytes(names), bytes(packages));
        }

        boolean possible(ClassScan scan) {
            return names.stream().anyMatch(scan::hasText) && packages.stream().anyMatch(scan::mentions);
        }

        private static List<byte[]> bytes(Set<String> texts) {
            return texts.stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
