package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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
        var jvms = new ForkedJvms(folder);
        var java = Jdk.java(version);
        assumeTrue(java != null, "no JDK " + version + " beside this one");

        var recorded = jvms.run(
                java,
                jvms.applicationAlone(),
                "com.acme.sites.EveryApi",
                List.of(
                        "-javaagent:" + AGENT + "=store=file:" + folder.resolve("runs"),
                        "-Dcom.acme.sites.number=0x2a",
                        "-Duser.timezone=Europe/Berlin",
                        "-Duser.language=de",
                        "-Duser.country=DE"));
        assertThat(recorded.size()).isGreaterThan(1000);
        Files.write(folder.resolve("said"), recorded);

        var replayed = jvms.run(
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
}
