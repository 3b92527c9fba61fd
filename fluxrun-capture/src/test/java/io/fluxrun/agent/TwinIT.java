package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Readiness;
import io.fluxrun.store.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two FluxRuns in one JVM, in class loaders of their own: each exchange is recorded once. */
@Timeout(120)
class TwinIT {
    private static final Path AGENT = Path.of(System.getProperty("fluxrun.agent.jar", "target/none.jar"));
    private static final String SELF_ATTACHMENT = "io.fluxrun.agent.SelfAttachment";

    @TempDir
    private Path folder;

    @Test
    void theAgentAndTheLibraryOnTheClassPath() throws Exception {
        recordsOnce(List.of(agent(AGENT)));
    }

    @Test
    void theAgentTwiceFromTheSameFileAndFromAnother() throws Exception {
        var copy = Files.copy(AGENT, folder.resolve("copy-agent.jar"));
        recordsOnce(List.of(agent(AGENT), agent(AGENT), agent(copy)));
    }

    @Test
    void theAgentAndALibraryThatAttachesItself() throws Exception {
        var out = recordsOnce(List.of(agent(AGENT)), SELF_ATTACHMENT);
        assertThat(out).anySatisfy(line -> assertThat(line).startsWith("refused: FluxRun's agent records in this JVM"));
    }

    @Test
    void aLibraryThatAttachesItselfWithoutTheAgentRecordsNothing() throws Exception {
        assertThat(run(List.of(), SELF_ATTACHMENT)).noneMatch(line -> line.startsWith("refused"));
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    private List<String> recordsOnce(List<String> options, String... arguments) throws Exception {
        var out = run(options, arguments);
        assertThat(Files.readAllLines(folder.resolve("err"))).hasSize(1);
        var store = RunStore.open("file:" + folder.resolve("runs"));
        assertThat(store.list()).hasSize(1);
        var run = store.load(store.list().get(0).id()).run();
        assertThat(run.exchanges()).extracting(Exchange::boundary).containsExactly("http");
        assertThat(run.readings())
                .singleElement()
                .satisfies(reading -> assertThat(reading.values()).hasSize(1));
        assertThat(run.info().readiness()).isEqualTo(Readiness.READY);
        return out;
    }

    private List<String> run(List<String> options, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-XX:+EnableDynamicAgentLoading", "-cp", classPath, "com.acme.Twice"));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        var lines = Files.readAllLines(out);
        assertThat(lines).contains("failed as it should");
        return lines;
    }

    private static String agent(Path jar) {
        return "-javaagent:" + jar + "=store=file:runs";
    }
}
