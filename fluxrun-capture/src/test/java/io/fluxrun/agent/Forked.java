package io.fluxrun.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run of {@code com.acme.Service} in a JVM of its own, without FluxRun on its class path. */
record Forked(int exit, List<String> out, List<String> err) {
    private static final Path AGENT = Path.of(System.getProperty("fluxrun.agent.jar", "target/none.jar"));

    static String agent(String argument) {
        return "-javaagent:" + AGENT + (argument.isEmpty() ? "" : "=" + argument);
    }

    static Forked service(Path folder, List<String> options, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(folder).toString(), "com.acme.Service"));
        command.addAll(Arrays.asList(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Forked(process.waitFor(), Files.readAllLines(out), Files.readAllLines(err));
    }

    /** The service's class alone: the tests' own folder also has FluxRun's packages. */
    private static Path classPath(Path folder) throws IOException {
        var target = Files.createDirectories(folder.resolve("classes/com/acme"));
        try (var in = Forked.class.getResourceAsStream("/com/acme/Service.class")) {
            Files.write(target.resolve("Service.class"), in.readAllBytes());
        }
        return folder.resolve("classes");
    }
}
