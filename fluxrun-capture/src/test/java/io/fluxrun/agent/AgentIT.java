package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged agent in a JVM of its own. */
@Timeout(120)
class AgentIT {
    private static final String[] INSIDE = {
        "java.lang.$FluxRun",
        "io.fluxrun.launch.FluxRunAgent",
        "io.fluxrun.agent.AgentStart",
        "io.fluxrun.scope.Scope",
        "io.fluxrun.shaded.jackson.databind.ObjectMapper",
        "io.fluxrun.shaded.bytebuddy.jar.asm.ClassReader"
    };

    @TempDir
    private Path folder;

    @Test
    void theApplicationSeesTheBridgeAndTheLauncherOnly() throws Exception {
        var run = Forked.service(folder, List.of(Forked.agent("store=file:runs")), INSIDE);
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("java.lang.$FluxRun visible", "io.fluxrun.launch.FluxRunAgent visible")
                .filteredOn(line -> line.endsWith(" visible"))
                .hasSize(2);
        assertThat(run.err()).singleElement().asString().startsWith("FluxRun: ").endsWith(" file:runs");
        assertThat(folder.resolve("runs")).as("nothing failed").doesNotExist();
    }

    @Test
    void theApplicationDoesTheSameWithAndWithoutTheAgent() throws Exception {
        var without = Forked.service(folder, List.of());
        var with = Forked.service(folder, List.of(Forked.agent("")));
        assertThat(with.out()).isEqualTo(without.out()).hasSize(3);
        assertThat(with.exit()).isEqualTo(without.exit());
    }

    @Test
    void inReplayModeTheAgentLeavesTheHooksToTheLibrary() throws Exception {
        var run = Forked.service(folder, List.of(Forked.agent("fluxrun.mode=replay")), INSIDE);
        assertThat(run.out()).contains("java.lang.$FluxRun hidden");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void anArgumentThatIsNoneCostsALineAndNothingElse() throws Exception {
        var run = Forked.service(folder, List.of(Forked.agent("colour=blue")), INSIDE);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("pool true", "java.lang.$FluxRun hidden");
        assertThat(run.err()).anySatisfy(line -> assertThat(line).contains("colour"));
    }

    @Test
    void anAgentThatComesTwiceIsOne() throws Exception {
        var run = Forked.service(folder, List.of(Forked.agent(""), Forked.agent("")));
        assertThat(run.exit()).isZero();
        assertThat(run.err()).hasSize(1);
    }

    @Test
    void theStartLocksInNoProviderThatIsTheApplicationsToChoose() throws Exception {
        var log = folder.resolve("loaded");
        var run = Forked.service(folder, List.of("-Xlog:class+load=info:file=" + log, Forked.agent("")));
        assertThat(run.exit()).isZero();
        var beforeMain = Files.readAllLines(log).stream()
                .takeWhile(line -> !line.contains(" com.acme.Service "))
                .toList();
        assertThat(beforeMain)
                .anyMatch(line -> line.contains("io.fluxrun.launch.FluxRunAgent"))
                .noneMatch(line -> line.contains(" java.util.logging."))
                .noneMatch(line -> line.contains(" javax.management."))
                .noneMatch(line -> line.contains(" java.lang.management."));
    }

    @Test
    void theLauncherIsForAnOldJvmToo() throws Exception {
        var jar = Path.of(System.getProperty("fluxrun.agent.jar"));
        try (var agent = new JarFile(jar.toFile());
                var in = agent.getInputStream(agent.getEntry("io/fluxrun/launch/FluxRunAgent.class"))) {
            byte[] file = in.readAllBytes();
            assertThat(file[7]).as("class file version of Java 8").isEqualTo((byte) 52);
            assertThat(agent.stream().filter(entry -> entry.getName().endsWith(".class")))
                    .allSatisfy(entry -> assertThat(entry.getName()).startsWith("io/fluxrun/launch/"));
        }
    }
}
