package io.fluxrun.maven;

import io.fluxrun.maven.fork.ForkedTests;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A JVM of its own for the tests of one fixture: the project's test class path, next to nothing of this build's
 * environment.
 *
 * @param classPath what the project's tests see, plus JUnit's launcher
 * @param arguments additional JVM arguments
 * @param workingDirectory the module's, as in Surefire
 */
record Fork(
        Path java,
        List<Path> classPath,
        List<String> arguments,
        Path workingDirectory,
        Duration timeout,
        Map<String, String> environment) {
    /** What a JVM may need to start at all; everything else of the environment is a run's input and is recorded. */
    private static final List<String> NEEDED = List.of("PATH", "HOME", "JAVA_HOME", "SystemRoot", "TEMP", "TMP");

    /** Runs the classes {@code times} times; {@code directory} receives log, report and receipts. */
    ForkReport run(List<String> tests, int times, Path directory) throws IOException {
        var receipts = Files.createDirectories(directory.resolve("receipts"));
        var log = directory.resolve("fork.log");
        var report = directory.resolve("fork.tsv");
        var process = start(command(tests, times, directory), log);
        try {
            if (!process.waitFor(timeout.toSeconds(), TimeUnit.SECONDS)) {
                throw Problem.FORK.because("The tests did not end within " + timeout.toSeconds() + " s, see " + log
                        + "; -Dfluxrun.forkTimeout=SECONDS gives them longer.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.FORK.because("Interrupted while the tests ran, see " + log + ".");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0 || !Files.isRegularFile(report)) {
            throw Problem.FORK.because(
                    "The tests' JVM ended with exit code " + process.exitValue() + " and no result, see " + log + ".");
        }
        return ForkReport.read(report, receipts, log);
    }

    private Process start(List<String> command, Path log) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File(nothing())))
                .redirectOutput(log.toFile());
        builder.environment().clear();
        for (var name : NEEDED) {
            if (environment.containsKey(name)) {
                builder.environment().put(name, environment.get(name));
            }
        }
        return builder.start();
    }

    /** The class path is too long for some systems' command lines: it goes through an argument file. */
    private List<String> command(List<String> tests, int times, Path directory) throws IOException {
        var all = new ArrayList<>(List.of(
                "-classpath",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                // Quiet self-attachment where no -javaagent is given; both are known to 17 and 25.
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "-Dfile.encoding=UTF-8",
                // As Surefire says it: fixtures outside of the class path are looked for there.
                "-Dbasedir=" + workingDirectory,
                "-Dfluxrun.receipts=" + directory.resolve("receipts")));
        all.addAll(arguments);
        all.add(ForkedTests.class.getName());
        all.add(directory.resolve("fork.tsv").toString());
        all.add(String.valueOf(times));
        all.addAll(tests);
        var file = directory.resolve("fork.args");
        Files.write(file, all.stream().map(Fork::quoted).toList(), StandardCharsets.UTF_8);
        return List.of(java.toString(), "@" + file);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String nothing() {
        return File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }
}
