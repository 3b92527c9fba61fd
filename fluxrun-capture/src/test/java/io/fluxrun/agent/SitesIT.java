package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                "com.acme.sites.EveryApi",
                List.of(
                        "-javaagent:" + AGENT + "=store=file:" + folder.resolve("runs"),
                        "-Dcom.acme.sites.number=0x2a",
                        "-Duser.timezone=Europe/Berlin",
                        "-Duser.language=de",
                        "-Duser.country=DE"));
        assertThat(recorded).anyMatch(line -> line.matches("\\d{4} rows"));

        var replayed = run(
                java,
                "io.fluxrun.agent.SiteReplay",
                List.of(
                        "-XX:+EnableDynamicAgentLoading",
                        "-Dcom.acme.sites.number=1",
                        "-Duser.timezone=Pacific/Chatham",
                        "-Duser.language=ar",
                        "-Duser.country=EG"),
                folder.resolve("runs").toString(),
                "100");
        assertThat(replayed).singleElement().asString().matches("\\d{4} values, default Pacific/Chatham ar_EG");
    }

    private List<String> run(String java, String main, List<String> options, String... arguments) throws Exception {
        var command = new ArrayList<String>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
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
