package io.fluxrun.boundary.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.store.RunStore;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A declared boundary under the packaged agent, which knows the library's proxies by name only: recorded in one JVM,
 * replayed in another one, where the same setting comes in any of its ways.
 */
@Timeout(120)
class HostIT {
    private static final String AGENT_JAR = System.getProperty("fluxrun.agent.jar", "target/none-agent.jar");
    private static final String AGENT = "-javaagent:" + AGENT_JAR + "=";
    private static final String MAILER = "com.acme.pay.Kinds$RealMailer#send";

    @TempDir
    private Path folder;

    private static final List<String> ATTACH = List.of("-XX:+EnableDynamicAgentLoading");
    private static final String REPLAY = "io.fluxrun.boundary.host.HostReplay";

    private String leftOut = "none";

    static Stream<List<String>> waysToSay() {
        return Stream.of(
                List.of("-XX:+EnableDynamicAgentLoading", "-Dfluxrun.boundary=" + MAILER),
                List.of(AGENT + "mode=replay,boundary=" + MAILER),
                List.of(AGENT + "fluxrun.mode=replay,fluxrun.boundary=none.Such", "-Dfluxrun.boundary=" + MAILER));
    }

    @ParameterizedTest
    @MethodSource("waysToSay")
    void aReplaySeesWhatTheRunSawAndRunsNothing(List<String> options) throws Exception {
        var recorded = record();
        var replayed = java(options, REPLAY, "runs");
        assertThat(replayed.subList(0, recorded.size())).isEqualTo(recorded);
        assertThat(replayed.get(recorded.size())).isEqualTo("REGRESSED, 0 live calls");
    }

    @Test
    void withoutTheSettingTheMethodIsRun() throws Exception {
        var recorded = record();
        var replayed = java(ATTACH, REPLAY, "runs");
        int last = recorded.size() - 1;
        assertThat(replayed.subList(0, last)).isEqualTo(recorded.subList(0, last));
        assertThat(replayed.get(last)).startsWith("b").isNotEqualTo(recorded.get(last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools.jackson", "com.fasterxml.jackson.core.jackson-(core|databind)"})
    void beansComeBackByEitherVersionOfJackson(String other) throws Exception {
        leftOut = other;
        var recorded = record();
        var replayed = java(List.of(AGENT + "mode=replay,boundary=" + MAILER), REPLAY, "runs");
        assertThat(replayed.subList(0, recorded.size())).isEqualTo(recorded);
        assertThat(replayed.get(recorded.size())).isEqualTo("REGRESSED, 0 live calls");
    }

    @Test
    void withoutJacksonOnlyBeansAreLostAndNamed() throws Exception {
        leftOut = "jackson";
        var run = recorded();
        assertThat(run.info().readiness().level()).isEqualTo(Readiness.Level.PARTIAL);
        assertThat(run.info().readiness().reasons())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason)
                        .contains("Gateway#", "com.acme.pay.Gateway$", "the application has no Jackson"));
    }

    private List<String> record() throws Exception {
        var run = recorded();
        assertThat(run.info().readiness()).isEqualTo(Readiness.READY);
        assertThat(run.exchanges()).extracting(Exchange::boundary).containsOnly("host");
        assertThat(run.exchanges())
                .as("each call once")
                .hasSize(18)
                .extracting(Exchange::operation)
                .endsWith("Kinds.Mailer#send", "Kinds.RealMailer#send");
        assertThat(run.outcome().writes())
                .as("charges and the mail that is named a write")
                .hasSize(4);
        return Files.readAllLines(folder.resolve("com.acme.pay.PayService"));
    }

    private Run recorded() throws Exception {
        java(List.of(AGENT + "store=file:runs,boundary.write=" + MAILER), "com.acme.pay.PayService");
        var store = RunStore.open("file:" + folder.resolve("runs"));
        assertThat(store.list()).hasSize(1);
        return store.load(store.list().get(0).id()).run();
    }

    private List<String> java(List<String> options, String main, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(List.of(arguments));
        var out = folder.resolve(main);
        var err = folder.resolve("err");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(err)).isZero();
        return Files.readAllLines(out);
    }

    /** The library as it is published, with a Jackson of its own inside. */
    private String classPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var library = AGENT_JAR.replace("-agent.jar", ".jar");
        return Stream.concat(
                        Stream.of(library),
                        Stream.of(path.split(File.pathSeparator))
                                .filter(entry -> !entry.endsWith(File.separator + "classes"))
                                .filter(entry -> !Pattern.compile(leftOut)
                                        .matcher(entry.replace(File.separatorChar, '.'))
                                        .find()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
