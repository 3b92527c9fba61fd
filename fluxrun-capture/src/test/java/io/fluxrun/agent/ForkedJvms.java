package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.CaptureRun;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs of the tests' applications in JVMs of their own. */
record ForkedJvms(Path folder) {
    /** Without FluxRun's own classes, which would be in the place of the agent's; but for the annotation. */
    String applicationAlone() throws Exception {
        var annotation = folder.resolve("annotation/io/fluxrun/CaptureRun.class");
        Files.createDirectories(annotation.getParent());
        try (var in = CaptureRun.class.getResourceAsStream("CaptureRun.class")) {
            Files.write(annotation, in.readAllBytes());
        }
        var own = Path.of(CaptureRun.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !Path.of(entry).equals(own))
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + folder.resolve("annotation");
    }

    List<String> run(String java, String classPath, String main, List<String> options, String... arguments)
            throws Exception {
        var command = new ArrayList<String>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        int exit = process.waitFor();
        assertThat(exit).as(() -> lines(folder.resolve("err"))).isZero();
        return Files.readAllLines(out);
    }

    private static String lines(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
