package io.fluxrun.agent;

import io.fluxrun.hook.HookPoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which hook points a class has, decided from its name and the raw bytes of its file. Thread-safe. */
final class HookPlan {
    private final Map<String, List<HookPoint>> exact = new HashMap<>();
    private final Map<Set<String>, Packaged> subtypes = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();
    private final List<Annotated> annotated = new ArrayList<>();
    private final List<MarkedMethods> marked = new ArrayList<>();
    private final Hierarchy hierarchy = new Hierarchy();

    private final List<HookPoint> points;

    HookPlan(List<HookPoint> points) {
        this.points = points;
        for (var point : points) {
            switch (point.match()) {
                case EXACT -> {
                    for (var type : point.types()) {
                        exact.computeIfAbsent(internal(type), key -> new ArrayList<>())
                                .add(point);
                    }
                }
                case SUBTYPES -> {
                    var of = Subtypes.of(point);
                    named.addAll(of.types());
                    subtypes.computeIfAbsent(packages(of.types()), key -> new Packaged(key))
                            .points()
                            .add(of);
                }
                case MARKED -> marked.add(new MarkedMethods(point));
                case ANNOTATED -> {
                    for (var type : point.types()) {
                        annotated.add(new Annotated(point, bytes("L" + internal(type) + ";")));
                    }
                }
            }
        }
    }

    HookPlan with(List<HookPoint> added) {
        var all = new ArrayList<>(points);
        all.addAll(added);
        return new HookPlan(all);
    }

    /**
     * Returns the points of a class from its file; empty for nearly all. No lambda and no stream here: every class that
     * the JVM loads comes by, those included that a lambda is made with.
     */
    List<HookPoint> pointsOf(String internalName, @Nullable ClassLoader loader, ClassScan scan) {
        var found = new ArrayList<>(exact.getOrDefault(internalName, List.of()));
        Set<String> above = null;
        for (var packaged : subtypes.values()) {
            // Once for all points of a package: it searches every text of the class.
            if (packaged.isMentioned(scan)) {
                for (var candidate : packaged.points()) {
                    if (candidate.declaredIn(scan)) {
                        above = above == null ? above(internalName, loader, scan) : above;
                        if (!Collections.disjoint(candidate.types(), above)) {
                            found.add(candidate.point());
                        }
                    }
                }
            }
        }
        for (var candidate : annotated) {
            if (candidate.possible(scan)) {
                found.add(candidate.point());
            }
        }
        for (var candidate : marked) {
            var point = candidate.pointOf(internalName, loader, scan);
            if (point != null) {
                found.add(point);
            }
        }
        return found;
    }

    private Set<String> above(String internalName, @Nullable ClassLoader loader, ClassScan scan) {
        var above = hierarchy.supertypes(scan.parents(), loader);
        if (!scan.isInterface()) {
            above.add(internalName);
        }
        return above;
    }

    boolean hasAnnotations() {
        return !annotated.isEmpty() || !marked.isEmpty();
    }

    /** Whether a class that is already loaded, and whose file this is, has annotated points. */
    boolean hasAnnotated(Class<?> loaded, ClassScan scan) {
        for (var candidate : annotated) {
            if (candidate.possible(scan)) {
                return true;
            }
        }
        for (var candidate : marked) {
            if (candidate.pointOf(internal(loaded.getName()), loaded.getClassLoader(), scan) != null) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> packages(Set<String> internalNames) {
        var packages = new HashSet<String>();
        for (var name : internalNames) {
            packages.add(name.substring(0, name.lastIndexOf('/') + 1));
        }
        return packages;
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

    /** Points whose interfaces are in the same packages. */
    private record Packaged(List<byte[]> names, List<Subtypes> points) {
        Packaged(Set<String> packages) {
            this(new ArrayList<>(), new ArrayList<>());
            packages.forEach(name -> names.add(bytes(name)));
        }

        boolean isMentioned(ClassScan scan) {
            for (var name : names) {
                if (scan.mentions(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Implementations are recognised cheaply first: they declare a named method and mention the interface's package. */
    private record Subtypes(HookPoint point, Set<String> types, Set<String> names) {
        static Subtypes of(HookPoint point) {
            var types = new HashSet<String>();
            for (var type : point.types()) {
                types.add(internal(type));
            }
            var names = new HashSet<String>();
            for (var method : point.methods()) {
                names.add(method.contains("(") ? method.substring(0, method.indexOf('(')) : method);
            }
            return new Subtypes(point, types, names);
        }

        boolean declaredIn(ClassScan scan) {
            return !Collections.disjoint(names, scan.names());
        }
    }
}
