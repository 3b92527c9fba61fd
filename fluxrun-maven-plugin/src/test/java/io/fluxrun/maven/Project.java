package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** A module on disk with a Spring Boot application in it, against stubs of Spring and of fluxrun-junit. */
record Project(Path root, Module module) {
    private static final Map<String, String> LIBRARIES = Map.of(
            "org/springframework/boot/autoconfigure/SpringBootApplication.java",
            "package org.springframework.boot.autoconfigure; public @interface SpringBootApplication {}",
            "org/springframework/boot/test/context/SpringBootTest.java",
            "package org.springframework.boot.test.context; public @interface SpringBootTest {"
                    + " WebEnvironment webEnvironment(); Class<?>[] classes() default {};"
                    + " enum WebEnvironment { RANDOM_PORT, NONE } }",
            "io/fluxrun/junit/ReplayFixture.java",
            "package io.fluxrun.junit; public @interface ReplayFixture { String value(); }");

    static Project at(Path root) throws IOException {
        var libraries = compile(root.resolve("libraries"), LIBRARIES, List.of());
        var classes = compile(
                root.resolve("target"),
                Map.of(
                        "com/example/orders/OrdersApplication.java",
                        "package com.example.orders; @org.springframework.boot.autoconfigure.SpringBootApplication"
                                + " public class OrdersApplication {}",
                        "com/example/orders/Orders.java",
                        "package com.example.orders; public class Orders {}"),
                List.of(libraries));
        return new Project(
                root,
                new Module(
                        "orders-service",
                        root,
                        root.resolve("target"),
                        classes,
                        root.resolve("target/test-classes"),
                        List.of(classes, libraries),
                        List.of(root.resolve("src/main/resources")),
                        root.resolve("src/test/java"),
                        List.of(root.resolve("src/test/resources"))));
    }

    /** Compiles one more class into the module's test classes. */
    void test(String name, String source) throws IOException {
        compile(root.resolve("target"), "test-classes", Map.of(name + ".java", source), module.testClassPath());
    }

    /** Puts a fixture among the test resources. */
    Path fixture(String name, io.fluxrun.run.Fixture fixture) throws IOException {
        var folder = Files.createDirectories(module.fixtures());
        FixtureFiles.write(fixture, folder.resolve(name));
        return folder.resolve(name);
    }

    Path file(String path) {
        return root.resolve(path);
    }

    private static Path compile(Path directory, Map<String, String> sources, List<Path> classPath) throws IOException {
        return compile(directory, "classes", sources, classPath);
    }

    private static Path compile(Path directory, String into, Map<String, String> sources, List<Path> classPath)
            throws IOException {
        var output = Files.createDirectories(directory.resolve(into));
        for (var source : sources.entrySet()) {
            var file = directory.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            var path = String.join(
                    java.io.File.pathSeparator,
                    classPath.stream().map(Path::toString).toList());
            int code = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-d", output.toString(), "-cp", path, file.toString());
            if (code != 0) {
                throw new IllegalStateException(file + " does not compile");
            }
        }
        return output;
    }
}
