package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fluxrun.CaptureRun;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every API for time, randomness and the environment that a JDK has: recorded by the packaged agent in one JVM, replayed
 * a hundred times in another one, elsewhere.
 */
@Timeout(600)
class SitesIT {
    private static final String AGENT = System.getProperty("fluxrun.agent.jar", "");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aRunSaysTheSameElsewhereAndLater(int version) throws Exception {
        var java = Jdk.java(version);
        assumeTrue(java != null, "no JDK " + version + " beside this one");

        var recorded = run(
                java,
                applicationAlone(),
                "com.acme.sites.EveryApi",
                List.of(
                        "-javaagent:" + AGENT + "=store=file:" + folder.resolve("runs"),
                        "-Dcom.acme.sites.number=0x2a",
                        "-Duser.timezone=Europe/Berlin",
                        "-Duser.language=de",
                        "-Duser.country=DE"));
        assertThat(recorded.size()).isGreaterThan(1000);
        Files.write(folder.resolve("said"), recorded);

        var replayed = run(
                java,
                System.getProperty("java.class.path"),
                "io.fluxrun.agent.SiteReplay",
                List.of(
                        "-XX:+EnableDynamicAgentLoading",
                        "-Dcom.acme.sites.number=1",
                        "-Duser.timezone=Pacific/Chatham",
                        "-Duser.language=ar",
                        "-Duser.country=EG"),
                folder.resolve("runs").toString(),
                "100",
                folder.resolve("said").toString());
        assertThat(replayed)
                .singleElement()
                .asString()
                .matches("(9|10|11)\\d\\d values, default Pacific/Chatham ar_EG");
    }

    /** Without FluxRun's own classes, which would be in the place of the agent's; but for the annotation. */
    private String applicationAlone() throws Exception {
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

    private List<String> run(String java, String classPath, String main, List<String> options, String... arguments)
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
