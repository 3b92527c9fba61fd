package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fluxrun.CaptureRun;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real logging frameworks under the packaged agent: what they write, what a run knows of it, what a replay makes. */
@Timeout(300)
class LogIT {
    private static final String AGENT = System.getProperty("fluxrun.agent.jar", "");
    private static final String UNFORMATTED = "{com.acme.log.Item}";
    private static final String FORMATTED = "item c told 1";

    @TempDir
    private Path folder;

    /** How a framework is set up: what is not on the class path, and properties. */
    private enum Setup {
        LOGBACK("slf4j", "DEBUG", UNFORMATTED, "log4j-to-slf4j", ""),
        LOG4J(
                "log4j",
                "DEBUG",
                FORMATTED,
                "log4j-to-slf4j|logback",
                "-Dlog4j2.is.webapp=false -Dlog4j2.enable.threadlocals=true"),
        LOG4J_WEB("log4j", "DEBUG", UNFORMATTED, "log4j-to-slf4j|logback", "-Dlog4j2.enable.threadlocals=false"),
        LOG4J_ASYNC(
                "log4j",
                "DEBUG",
                FORMATTED,
                "log4j-to-slf4j|logback",
                "-Dlog4j2.contextSelector=org.apache.logging.log4j.core.async.AsyncLoggerContextSelector"),
        LOG4J_TO_LOGBACK("log4j", "DEBUG", FORMATTED, "log4j-core", ""),
        JUL("jul", "FINE", UNFORMATTED, "log4j-to-slf4j", ""),
        JUL_TO_LOGBACK("jul-to-slf4j", "DEBUG", "item c told 2", "log4j-to-slf4j", "");

        private final String framework;
        private final String debug;
        private final String quiet;
        private final String absent;
        private final String property;

        Setup(String framework, String debug, String quiet, String absent, String property) {
            this.framework = framework;
            this.debug = debug;
            this.quiet = quiet;
            this.absent = absent;
            this.property = property;
        }

        String warn() {
            return this == JUL ? "WARNING" : "WARN";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOGBACK, 17",
        "LOG4J, 17",
        "LOG4J_WEB, 17",
        "LOG4J_ASYNC, 17",
        "LOG4J_TO_LOGBACK, 17",
        "JUL, 17",
        "JUL_TO_LOGBACK, 17",
        "LOGBACK, 25",
        "LOG4J, 25",
        "JUL, 25"
    })
    void anEventIsRecordedOnceAsItWasWritten(Setup setup, int version) throws Exception {
        var java = Jdk.java(version);
        assumeTrue(java != null, "no JDK " + version + " beside this one");

        var without = application(java, setup, List.of());
        var with = application(
                java,
                setup,
                List.of("-javaagent:" + AGENT + "=span=com.acme.log.Orders#place,store=file:"
                        + folder.resolve("runs")));
        assertThat(with).as("what the framework writes").isEqualTo(without).hasSizeGreaterThan(5);

        var run = run();
        assertThat(run.info().readiness()).isEqualTo(Readiness.READY);
        assertThat(run.logs()).extracting(LogReplay::text).containsExactlyInAnyOrderElementsOf(lines(setup));
        assertThat(run.logs()).isSortedAccordingTo((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
        assertThat(run.dropped().logs()).isZero();
        assertThat(run.logs())
                .filteredOn(line -> line.thrown() != null)
                .allSatisfy(line -> assertThat(line.thrown().frames().get(0)).startsWith("com.acme.log.Orders#place:"));
        assertThat(run.readings()).extracting(reading -> reading.site()).allMatch(site -> site.startsWith("com.acme."));
        assertThat(run.draws()).extracting(draw -> draw.site()).allMatch(site -> site.startsWith("com.acme."));
        assertThat(run.lanes()).hasSize(2);
        assertThat(run.spans()).singleElement().satisfies(span -> {
            assertThat(span.name()).isEqualTo("Orders#place");
            assertThat(span.input().toString()).contains("ord_01");
            assertThat(span.error().type()).isEqualTo("com.acme.OrderFailed");
        });

        var said = run.outcome().error().message();
        assertThat(replay(java, setup, false).get(0)).isEqualTo("REGRESSED " + said);
        var lines = replay(java, setup, false);
        assertThat(lines.subList(1, lines.size())).containsExactlyInAnyOrderElementsOf(lines(setup));
        assertThat(replay(java, setup, true)).contains("REGRESSED " + said).anyMatch(line -> line.contains("repaired"));
    }

    private static List<String> lines(Setup setup) {
        var main = "main %s com.acme.log.Orders ";
        return List.of(
                main.formatted("INFO") + "plain",
                main.formatted("INFO") + "placing item a told 1",
                main.formatted("INFO") + "asking item b told 1",
                main.formatted("INFO") + "asked for b",
                "main " + setup.debug + " com.acme.log.quiet quiet " + setup.quiet,
                main.formatted(setup.warn()) + "no stock for ord_01 java.lang.IllegalArgumentException: none left",
                "main/com.acme.log.Orders#place#1 INFO com.acme.log.Orders in the pool 7");
    }

    private Run run() {
        var store = RunStore.open("file:" + folder.resolve("runs"));
        assertThat(store.list()).hasSize(1);
        return store.load(store.list().get(0).id()).run();
    }

    private List<String> application(String java, Setup setup, List<String> options) throws Exception {
        return java(java, setup, options, applicationAlone(), "com.acme.log.Orders", setup.framework, "false").out;
    }

    private List<String> replay(String java, Setup setup, boolean repaired) throws Exception {
        return java(
                        java,
                        setup,
                        List.of("-XX:+EnableDynamicAgentLoading"),
                        everything(),
                        "io.fluxrun.agent.LogReplay",
                        folder.resolve("runs").toString(),
                        setup.framework,
                        String.valueOf(repaired))
                .err;
    }

    private record Said(List<String> out, List<String> err) {}

    private Said java(
            String java, Setup setup, List<String> options, Stream<String> classPath, String main, String... arguments)
            throws Exception {
        var command = new ArrayList<String>(List.of(java));
        command.addAll(options);
        command.add("-Dlogback.configurationFile=com/acme/log/logback.xml");
        command.add("-Dlog4j2.configurationFile=classpath:com/acme/log/log4j2.xml");
        if (!setup.property.isEmpty()) {
            command.addAll(List.of(setup.property.split(" ")));
        }
        var absent = Pattern.compile(".*/(" + setup.absent + ")-[^/]*");
        command.addAll(List.of(
                "-cp",
                classPath
                        .filter(entry -> !absent.matcher(entry).matches())
                        .collect(Collectors.joining(File.pathSeparator)),
                main));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(err)).isZero();
        return new Said(Files.readAllLines(out), Files.readAllLines(err));
    }

    private static Stream<String> everything() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator));
    }

    /** Without FluxRun's own classes, which would be in the place of the agent's; but for the annotation. */
    private Stream<String> applicationAlone() throws Exception {
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
        return Stream.concat(
                everything().filter(entry -> !Path.of(entry).equals(own)),
                Stream.of(folder.resolve("annotation").toString()));
    }
}
