package io.fluxrun.agent;

import io.fluxrun.hook.HookPoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which hook points a class has, decided from its name and the raw bytes of its file. Thread-safe. */
final class HookPlan {
    private final Map<String, List<HookPoint>> exact = new HashMap<>();
    private final List<Subtypes> subtypes = new ArrayList<>();
    private final List<Annotated> annotated = new ArrayList<>();
    private final Hierarchy hierarchy = new Hierarchy();

    private final List<HookPoint> points;

    HookPlan(List<HookPoint> points) {
        this.points = points;
        for (var point : points) {
            switch (point.match()) {
                case EXACT ->
                    point.types()
                            .forEach(type -> exact.computeIfAbsent(internal(type), key -> new ArrayList<>())
                                    .add(point));
                case SUBTYPES -> subtypes.add(Subtypes.of(point));
                case ANNOTATED ->
                    point.types()
                            .forEach(type -> annotated.add(new Annotated(point, bytes("L" + internal(type) + ";"))));
            }
        }
    }

    HookPlan with(List<HookPoint> added) {
        return new HookPlan(Stream.concat(points.stream(), added.stream()).toList());
    }

    /** Returns the points of a class from its file; empty for nearly all. */
    List<HookPoint> pointsOf(String internalName, @Nullable ClassLoader loader, ClassScan scan) {
        var found = new ArrayList<>(exact.getOrDefault(internalName, List.of()));
        Set<String> above = null;
        for (var candidate : subtypes) {
            if (candidate.possible(scan)) {
                if (above == null) {
                    above = hierarchy.supertypes(scan.parents(), loader);
                    if (!scan.isInterface()) {
                        above.add(internalName);
                    }
                }
                if (candidate.types().stream().anyMatch(above::contains)) {
                    found.add(candidate.point());
                }
            }
        }
        for (var candidate : annotated) {
            if (candidate.possible(scan)) {
                found.add(candidate.point());
            }
        }
        return found;
    }

    boolean hasAnnotations() {
        return !annotated.isEmpty();
    }

    /** Whether a class that is already loaded, and whose file this is, has annotated points. */
    boolean hasAnnotated(ClassScan scan) {
        return annotated.stream().anyMatch(candidate -> candidate.possible(scan));
    }

    /** Whether a class that is already loaded may have other points; asked for many, it remembers. */
    Predicate<Class<?>> concern() {
        var known = new HashMap<Class<?>, Boolean>();
        return loaded -> exact.containsKey(internal(loaded.getName()))
                || (!subtypes.isEmpty() && !isNamedInterface(loaded) && isSubtype(loaded, known));
    }

    private boolean isNamedInterface(Class<?> type) {
        return type.isInterface()
                && subtypes.stream().anyMatch(candidate -> candidate.types().contains(internal(type.getName())));
    }

    private boolean isSubtype(@Nullable Class<?> type, Map<Class<?>, Boolean> known) {
        if (type == null || type == Object.class) {
            return false;
        }
        var answer = known.get(type);
        if (answer == null) {
            var name = internal(type.getName());
            answer = subtypes.stream().anyMatch(candidate -> candidate.types().contains(name))
                    || isSubtype(type.getSuperclass(), known)
                    || Arrays.stream(type.getInterfaces()).anyMatch(parent -> isSubtype(parent, known));
            known.put(type, answer);
        }
        return answer;
    }

    private static String internal(String binaryName) {
        return binaryName.replace('.', '/');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Recognised by the annotation's descriptor among the class's constants. */
    private static final class Annotated {
        private final HookPoint point;
        private final byte[] descriptor;

        Annotated(HookPoint point, byte[] descriptor) {
            this.point = point;
            this.descriptor = descriptor;
        }

        HookPoint point() {
            return point;
        }

        boolean possible(ClassScan scan) {
            return scan.hasText(descriptor);
        }
    }

    /** Implementations are recognised cheaply first: they declare a named method and mention the interface's package. */
    private record Subtypes(HookPoint point, Set<String> types, List<byte[]> names, List<byte[]> packages) {
        static Subtypes of(HookPoint point) {
            var types = new HashSet<String>();
            var packages = new HashSet<String>();
            for (var type : point.types()) {
                var name = internal(type);
                types.add(name);
                packages.add(name.substring(0, name.lastIndexOf('/') + 1));
            }
            var names = new HashSet<String>();
            for (var method : point.methods()) {
                int parameters = method.indexOf('(');
                names.add(parameters < 0 ? method : method.substring(0, parameters));
            }
            return new Subtypes(point, types, allBytes(names), allBytes(packages));
        }

        boolean possible(ClassScan scan) {
            return names.stream().anyMatch(scan::hasText) && packages.stream().anyMatch(scan::mentions);
        }

        private static List<byte[]> allBytes(Set<String> texts) {
            return texts.stream().map(HookPlan::bytes).toList();
        }
    }
}
