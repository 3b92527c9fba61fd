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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which hook points a class has, decided from its name and the raw bytes of its file. Thread-safe. */
final class HookPlan {
    private final Map<String, List<HookPoint>> exact = new HashMap<>();
    private final Map<Set<String>, List<Subtypes>> subtypes = new HashMap<>();
    private final Set<String> named = new HashSet<>();
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
                case SUBTYPES -> {
                    point.types().forEach(type -> named.add(internal(type)));
                    subtypes.computeIfAbsent(packages(point), key -> new ArrayList<>())
                            .add(Subtypes.of(point));
                }
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
        var candidates = candidates(scan);
        if (!candidates.isEmpty()) {
            var above = hierarchy.supertypes(scan.parents(), loader);
            if (!scan.isInterface()) {
                above.add(internalName);
            }
            candidates.stream()
                    .filter(candidate -> candidate.types().stream().anyMatch(above::contains))
                    .forEach(candidate -> found.add(candidate.point()));
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

    /** The points whose interfaces' package the class mentions and of whose methods it declares one. */
    private List<Subtypes> candidates(ClassScan scan) {
        var candidates = new ArrayList<Subtypes>();
        subtypes.forEach((packages, ofPackages) -> {
            // Once for all points of a package: it searches every text of the class.
            if (packages.stream().anyMatch(name -> scan.mentions(bytes(name)))) {
                ofPackages.stream().filter(point -> point.declaredIn(scan)).forEach(candidates::add);
            }
        });
        return candidates;
    }

    private static Set<String> packages(HookPoint point) {
        return point.types().stream()
                .map(type -> internal(type).substring(0, type.lastIndexOf('.') + 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a class that is already loaded may have other points; asked for many, it remembers. */
    Predicate<Class<?>> concern() {
        var known = new HashMap<Class<?>, Boolean>();
        return loaded -> exact.containsKey(internal(loaded.getName()))
                || (!named.isEmpty() && !isNamedInterface(loaded) && isSubtype(loaded, known));
    }

    private boolean isNamedInterface(Class<?> type) {
        return type.isInterface() && named.contains(internal(type.getName()));
    }

    private boolean isSubtype(@Nullable Class<?> type, Map<Class<?>, Boolean> known) {
        if (type == null || type == Object.class) {
            return false;
        }
        var answer = known.get(type);
        if (answer == null) {
            answer = named.contains(internal(type.getName()))
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
    private record Subtypes(HookPoint point, Set<String> types, Set<String> names) {
        static Subtypes of(HookPoint point) {
            var types = point.types().stream().map(HookPlan::internal).collect(Collectors.toUnmodifiableSet());
            var names = point.methods().stream()
                    .map(method -> method.contains("(") ? method.substring(0, method.indexOf('(')) : method)
                    .collect(Collectors.toUnmodifiableSet());
            return new Subtypes(point, types, names);
        }

        boolean declaredIn(ClassScan scan) {
            return names.stream().anyMatch(scan.names()::contains);
        }
    }
}
