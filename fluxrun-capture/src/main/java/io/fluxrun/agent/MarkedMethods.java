package io.fluxrun.agent;

import io.fluxrun.hook.HookPoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The methods that a {@link HookPoint.Match#MARKED} point means in a class: those marked there or above it. Supertypes are
 * read from class files, each once; where the application cannot see the annotation, none is. Every class that the JVM
 * loads comes by: no lambda and no stream here. Thread-safe.
 */
final class MarkedMethods {
    private static final MarkedType NOTHING = new MarkedType(List.of(), Set.of(), Set.of());
    private static final List<String> UNMARKED = List.of(
            "java/",
            "javax/",
            "jakarta/",
            "jdk/",
            "sun/",
            "com/sun/",
            "org/springframework/",
            "org/hibernate/",
            "org/apache/",
            "com/fasterxml/",
            "tools/jackson/",
            "org/slf4j/",
            "ch/qos/logback/",
            "kotlin/",
            "scala/");

    /** Spring's proxies of classes: advice is the application's own, what it goes around is outside. */
    private static final String PROXY = "CGLIB$$";

    private final HookPoint point;
    private final Set<String> annotations = new HashSet<>();
    private final List<byte[]> descriptors = new ArrayList<>();
    private final List<String> annotationFiles = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();
    private final Set<String> types = new HashSet<>();
    private final Map<String, Set<String>> methods = new HashMap<>();
    private final Map<ClassLoader, Map<String, MarkedType>> known = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<ClassLoader, Boolean> concerned = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<Set<String>, HookPoint> points = new ConcurrentHashMap<>();

    MarkedMethods(HookPoint point) {
        this.point = point;
        for (var mark : point.types()) {
            var internal = mark.replace('.', '/');
            int method = internal.indexOf('#');
            if (mark.endsWith(".*")) {
                packages.add(internal.substring(0, internal.length() - 1));
            } else if (mark.startsWith("@")) {
                var descriptor = "L" + internal.substring(1) + ";";
                annotations.add(descriptor);
                descriptors.add(descriptor.getBytes(StandardCharsets.UTF_8));
                annotationFiles.add(internal.substring(1) + ".class");
            } else if (method < 0) {
                types.add(internal);
            } else {
                var type = internal.substring(0, method);
                var named = methods.get(type);
                if (named == null) {
                    named = new HashSet<>();
                    methods.put(type, named);
                }
                named.add(internal.substring(method + 1));
            }
        }
    }

    /** Loads what looking takes: see {@link Weaver#warm}. */
    static void warm(byte[] classFile) {
        var scan = new ClassScan(classFile);
        MarkedType.read(scan, Set.of("Lnone;"), true, Set.of("none"));
        isBelow(new MethodSkim(0, "none", "()V", 0), Set.of("some()"), MethodSkim.of(scan));
    }

    /** Returns the point for this class, naming the marked methods; {@code null} if it has none. */
    @Nullable
    HookPoint pointOf(String internalName, @Nullable ClassLoader loader, ClassScan scan) {
        if (loader == null
                || loader == ClassLoader.getPlatformClassLoader()
                || isUnmarked(internalName)
                || OwnClasses.isTool(internalName)
                || !isConcerned(loader)) {
            return null;
        }
        var own = typeOf(internalName, scan);
        var marked = new HashSet<>(own.methods());
        above(own, loader, marked, new HashSet<>());
        boolean packaged = isInPackage(internalName);
        if (marked.isEmpty() && own.own().isEmpty() && !packaged) {
            return null;
        }
        var declared = MethodSkim.of(scan);
        var meant = new HashSet<>(own.own());
        if (packaged) {
            PackagedMethods.add(declared, scan.parents(), meant);
        }
        for (var method : declared) {
            if (marked.contains(method.parameters()) || isBelow(method, marked, declared)) {
                meant.add(method.parameters());
            }
        }
        return meant.isEmpty() ? null : pointOn(meant);
    }

    /** There is one for the same methods, whatever the class: slots are told apart by it. */
    private HookPoint pointOn(Set<String> meant) {
        var made = points.get(meant);
        if (made == null) {
            made = HookPoint.on(point.boundary(), "marked", point.hook(), meant.toArray(new String[0]));
            var other = points.putIfAbsent(meant, made);
            made = other == null ? made : other;
        }
        return made;
    }

    /** Whether the compiler made a bridge from a marked method to this one, which fills in a type parameter. */
    private static boolean isBelow(MethodSkim method, Set<String> marked, List<MethodSkim> declared) {
        if ((method.access() & Opcodes.ACC_BRIDGE) != 0) {
            return false;
        }
        for (var bridge : declared) {
            if ((bridge.access() & Opcodes.ACC_BRIDGE) != 0
                    && bridge.name().equals(method.name())
                    && marked.contains(bridge.parameters())
                    && Type.getArgumentTypes(bridge.descriptor()).length
                            == Type.getArgumentTypes(method.descriptor()).length) {
                return true;
            }
        }
        return false;
    }

    private void above(MarkedType type, ClassLoader loader, Set<String> marked, Set<String> seen) {
        for (var parent : type.parents()) {
            if (seen.add(parent) && !isUnmarked(parent)) {
                var found = typeOf(parent, loader);
                marked.addAll(found.methods());
                above(found, loader, marked, seen);
            }
        }
    }

    private MarkedType typeOf(String name, ClassLoader loader) {
        var ofLoader = known.get(loader);
        if (ofLoader == null) {
            ofLoader = new ConcurrentHashMap<>();
            var other = known.putIfAbsent(loader, ofLoader);
            ofLoader = other == null ? ofLoader : other;
        }
        var found = ofLoader.get(name);
        if (found == null) {
            // Outside the map's lock: a class loader that is asked for a file may load classes, and come back here.
            found = read(name, loader);
            ofLoader.put(name, found);
        }
        return found;
    }

    private MarkedType read(String name, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            return in == null ? NOTHING : typeOf(name, new ClassScan(in.readAllBytes()));
        } catch (IOException e) {
            return NOTHING;
        }
    }

    private MarkedType typeOf(String name, ClassScan scan) {
        var named = methods.getOrDefault(name, Set.of());
        boolean whole = types.contains(name);
        boolean annotated = false;
        for (var descriptor : descriptors) {
            annotated |= scan.hasText(descriptor);
        }
        return annotated || whole || !named.isEmpty()
                ? MarkedType.read(scan, annotations, whole, named)
                : new MarkedType(List.of(scan.parents()), Set.of(), Set.of());
    }

    private boolean isInPackage(String name) {
        for (var start : packages) {
            if (name.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private boolean isConcerned(ClassLoader loader) {
        if (annotationFiles.isEmpty()) {
            return true;
        }
        var answer = concerned.get(loader);
        if (answer == null) {
            answer = false;
            for (var file : annotationFiles) {
                answer |= loader.getResource(file) != null;
            }
            concerned.put(loader, answer);
        }
        return answer;
    }

    private static boolean isUnmarked(String name) {
        if (name.contains(PROXY)) {
            return true;
        }
        for (var prefix : UNMARKED) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
