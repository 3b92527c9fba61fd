package io.fluxrun.maven;

import io.fluxrun.run.Entry;
import io.fluxrun.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a Maven module that the goals need.
 *
 * @param testClassPath as Surefire has it: test classes, classes, dependencies
 * @param resources roots
 * @param testSources the root that a generated test goes to
 * @param testResources roots, the first one receives exported fixtures
 */
record Module(
        String name,
        Path directory,
        Path buildDirectory,
        Path classes,
        Path testClasses,
        List<Path> testClassPath,
        List<Path> resources,
        Path testSources,
        List<Path> testResources) {
    private static final String SPRING_BOOT_APPLICATION =
            "Lorg/springframework/boot/autoconfigure/SpringBootApplication;";
    static final String FIXTURES = "fixtures";

    /** Says whether a run's entry leads into this module: its Spring Boot application, or the method's class. */
    boolean holds(Run run, @Nullable String mainClass) throws IOException {
        return run.entry().kind() == Entry.Kind.HTTP
                ? !applications(mainClass).isEmpty()
                : Files.isRegularFile(classFile(entryType(run)));
    }

    /** Returns the Spring Boot applications among the module's classes, or just {@code mainClass} if that is one of them. */
    List<String> applications(@Nullable String mainClass) throws IOException {
        if (mainClass != null) {
            return Files.isRegularFile(classFile(mainClass)) ? List.of(mainClass) : List.of();
        }
        return ClassFile.below(classes).stream()
                .filter(file -> file.texts().contains(SPRING_BOOT_APPLICATION))
                .map(ClassFile::name)
                .toList();
    }

    /** Returns the class that a run entered through a method started in. */
    static String entryType(Run run) {
        var type = run.entry().request().get("type").text();
        return type == null ? run.entry().name().replaceFirst("[#(].*", "") : type;
    }

    Path fixtures() {
        return testResources.get(0).resolve(FIXTURES);
    }

    Path workDirectory(String goal, String what) {
        var safe = what.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[.-]+", "");
        return buildDirectory.resolve("fluxrun").resolve(goal).resolve(safe.isEmpty() ? "run" : safe);
    }

    private Path classFile(String className) {
        return classes.resolve(className.replace('.', '/').replaceAll("/+", "/").replaceFirst("^/", "") + ".class")
                .normalize();
    }
}
