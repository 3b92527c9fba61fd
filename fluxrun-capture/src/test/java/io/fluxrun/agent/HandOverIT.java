package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.acme.Concurrency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to hand work over: recorded by the packaged agent in one JVM, replayed in another one. */
@Timeout(600)
class HandOverIT {
    private static final String AGENT = System.getProperty("fluxrun.agent.jar", "");
    private static final String BOUNDARY = "fluxrun.boundary=com.acme.Upstream#call";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void whatWasHandedOverIsHandedOverAgain(int version) throws Exception {
        var jvms = new ForkedJvms(folder);
        var java = Jdk.java(version);
        assumeTrue(java != null, "no JDK " + version + " beside this one");

        var recorded = jvms.run(
                java,
                jvms.applicationAlone(),
                "com.acme.HandOvers",
                List.of(
                        "-javaagent:" + AGENT + "=store=file:" + folder.resolve("runs"),
                        "-Dfluxrun.limit.signature=1000",
                        "-D" + BOUNDARY));
        assertThat(recorded).hasSizeGreaterThan(Concurrency.values().length - 4);
        Files.write(folder.resolve("said"), recorded);

        var replayed = jvms.run(
                java,
                System.getProperty("java.class.path"),
                "io.fluxrun.agent.HandOverReplay",
                List.of("-XX:+EnableDynamicAgentLoading", "-D" + BOUNDARY),
                folder.resolve("runs").toString(),
                "20",
                folder.resolve("said").toString());
        // Some may be masked, see HandOverReplay.
        assertThat(replayed).singleElement().asString().endsWith(" of " + recorded.size());
        var same = replayed.get(0).substring(0, replayed.get(0).indexOf(' '));
        assertThat(Integer.parseInt(same)).isGreaterThan(recorded.size() - 5);
    }
}
