package com.example.quickstart;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs {@code mvn} in one project as a developer would, in a process of its own. */
final class Maven {

    private static final long LIMIT_MINUTES = 10;
    private static final Set<String> NEEDED = Set.of("PATH", "HOME", "JAVA_HOME");

    private final Path project;
    private final Path logs;
    private final List<String> options;
    private int runs;

    Maven(Path project, Path logs, String... options) {
        this.project = project;
        this.logs = logs;
        this.options = List.of(options);
    }

    MavenRun run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** As {@link #run}, but not in CI: accepting an outcome is a person's decision, and is refused there. */
    MavenRun byAPerson(String... arguments) {
        return run(Map.of("CI", ""), arguments);
    }

    /** As {@link #run}, with nothing in the environment but what starting a process needs. */
    MavenRun inAnEmptyEnvironment(String... arguments) {
        return run(null, arguments);
    }

    /** A {@code null} environment is an empty one. */
    private MavenRun run(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(executable(), "-B", "-ntp"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        runs++;
        Path log = logs.resolve("mvn-%02d.log".formatted(runs));
        try {
            Files.createDirectories(logs);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            if (environment == null) {
                builder.environment().keySet().retainAll(NEEDED);
            } else {
                builder.environment().putAll(environment);
            }
            Process process = builder.start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new Unexpected("mvn did not end within " + LIMIT_MINUTES + " minutes, see " + log);
            }
            String shown = "mvn " + String.join(" ", arguments);
            return new MavenRun(shown, process.exitValue(), Files.readString(log, Charset.defaultCharset()), log);
        } catch (IOException e) {
            throw new Unexpected("mvn could not be run", e);
        } catch (InterruptedException e) {
            throw Unexpected.interrupted(e);
        }
    }

    private static String executable() {
        String name = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        String home = System.getProperty("maven.home", System.getenv("MAVEN_HOME"));
        return home == null ? name : Path.of(home, "bin", name).toString();
    }
}
