package io.fluxrun.reentry;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a user is told whose recorded entry is gone: what there is instead. Nothing is ever picked for them. */
final class MissingEntry {
    private static final int SHOWN = 5;

    private MissingEntry() {}

    static List<String> parameters(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
    }

    static String noClass(String type, ClassLoader loader) {
        var simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        var same = new TreeSet<String>();
        for (var root : directories(loader)) {
            addClasses(root, simple, same);
        }
        return "FluxRun: the recorded entry's class " + type + " is not on the test's class path. "
                + (same.isEmpty()
                        ? "No class of the module has its simple name. "
                        : "Of that name there is: " + shown(same) + ". ")
                + todo();
    }

    static String noMethod(Class<?> type, String name, List<String> parameters, List<Method> methods) {
        var closest = methods.stream()
                .filter(method -> !method.getDeclaringClass().equals(Object.class))
                .sorted(Comparator.comparing(
                                (Method method) -> !method.getName().equals(name))
                        .thenComparing(method -> !parameters(method).equals(parameters))
                        .thenComparing(Method::getName))
                .map(method -> method.getName() + parameters(method))
                .distinct()
                .toList();
        return "FluxRun: the recorded entry " + type.getName() + "#" + name + parameters + " is gone. "
                + (closest.isEmpty() ? "The class has no methods. " : "There is: " + shown(closest) + ". ")
                + todo();
    }

    private static String todo() {
        return "If it was renamed or moved, say so in the fixture's guard.entry, or take a Replay parameter and call invoke.";
    }

    private static String shown(java.util.Collection<String> candidates) {
        return candidates.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (candidates.size() > SHOWN ? ", …" : "");
    }

    /** The module's own classes lie in directories; jars are not searched. */
    private static List<Path> directories(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources("")).stream()
                    .filter(url -> url.getProtocol().equals("file"))
                    .map(MissingEntry::path)
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url + " is on the class path and no URI", e);
        }
    }

    private static void addClasses(Path root, String simple, Set<String> found) {
        try (var files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.matches("(.*[/$])?" + java.util.regex.Pattern.quote(simple) + "\\.class"))
                    .forEach(file -> found.add(
                            file.substring(0, file.length() - ".class".length()).replace('/', '.')));
        } catch (IOException unreadable) {
            found.clear();
        }
    }
}
