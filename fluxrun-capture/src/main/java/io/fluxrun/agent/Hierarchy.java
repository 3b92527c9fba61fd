package io.fluxrun.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Supertypes of a class that is being loaded, read from class files: nothing is loaded for it. Thread-safe. */
final class Hierarchy {
    private static final String[] UNKNOWN = {};

    private final Map<ClassLoader, Map<String, String[]>> parents = Collections.synchronizedMap(new WeakHashMap<>());

    /** Returns the internal names of everything above a class with these parents. */
    Set<String> supertypes(String[] direct, @Nullable ClassLoader loader) {
        var found = new HashSet<String>();
        var open = new ArrayDeque<>(Set.of(direct));
        while (!open.isEmpty()) {
            var name = open.pop();
            if (!name.equals("java/lang/Object") && found.add(name)) {
                Collections.addAll(open, parentsOf(name, loader));
            }
        }
        return found;
    }

    private String[] parentsOf(String name, @Nullable ClassLoader loader) {
        var reading = loader == null ? ClassLoader.getPlatformClassLoader() : loader;
        var known = parents.get(reading);
        if (known == null) {
            known = new ConcurrentHashMap<>();
            var other = parents.putIfAbsent(reading, known);
            known = other == null ? known : other;
        }
        var found = known.get(name);
        if (found == null) {
            // Outside the map's lock: a class loader that is asked for a file may load classes, and come back here.
            found = read(name, reading);
            known.put(name, found);
        }
        return found;
    }

    private static String[] read(String name, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            // A class made at run time has no file; what it extends stays unknown.
            return in == null ? UNKNOWN : new ClassScan(in.readAllBytes()).parents();
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
