package io.fluxrun.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Scope;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BootRecordingTests {
    private final KeptRuns kept = new KeptRuns();
    private Recorder recorder;

    @BeforeAll
    static void installHooks() {
        SelfAttachment.install();
    }

    @BeforeEach
    void start() {
        recorder = Recorder.start(RecorderSettings.DEFAULT, kept, line -> {});
    }

    @AfterEach
    void stop() {
        recorder.stop();
    }

    @Test
    void untilTheFirstRunEveryThreadRecordsTheBoot() {
        Lane lane = Objects.requireNonNull(Scope.current());
        var boot = (Recording) lane.session();
        exchange(boot, lane, "SELECT version");
        boot.environment(EnvironmentKind.VARIABLE, "HOME", "/home");
        boot.metadata("getURL", () -> Value.of("jdbc:a"));
        boot.metadata("getURL", () -> Value.of("jdbc:b"));

        var run = Objects.requireNonNull(recorder.open());
        assertThat(Scope.current()).isNull();
        exchange(boot, lane, "SELECT late");
        run.metadata("getUserName", () -> Value.of("orders"));
        run.end(TestEnding.status(500));
        recorder.stop();

        Boot saved = kept.boots.get(0);
        assertThat(saved.exchanges()).extracting(Exchange::operation).containsExactly("SELECT version");
        assertThat(saved.metadata()).isEqualTo(Map.of("getURL", Value.of("jdbc:a"), "getUserName", Value.of("orders")));
        assertThat(saved.env()).isEqualTo(new Environment(Map.of("HOME", Value.of("/home")), Map.of()));
        assertThat(saved.readiness()).isEqualTo(Readiness.READY);
    }

    @Test
    void settingsFromOutsideTheJarAreRecordedWhereSpringReadsThem() {
        var variables = new SystemEnvironmentPropertySource("systemEnvironment", Map.of("ORDERS_DB_URL", "jdbc:prod"));
        var properties = new java.util.Properties();
        properties.setProperty("orders.region", "eu");
        properties.setProperty("java.version", "17");
        var system = new PropertiesPropertySource("systemProperties", properties);
        var file = new MapPropertySource("Config resource 'file [/etc/orders.yml]' via location 'x'", Map.of("a.b", 3));
        var inside = new MapPropertySource("Config resource 'class path resource [application.yml]'", Map.of("c", 4));
        var arguments = new SimpleCommandLinePropertySource("--server.port=9000");

        assertThat(variables.getProperty("orders.db.url")).isEqualTo("jdbc:prod");
        assertThat(variables.getProperty("orders.absent")).isNull();
        assertThat(system.getProperty("orders.region")).isEqualTo("eu");
        assertThat(system.getProperty("java.version")).isEqualTo("17");
        assertThat(file.getProperty("a.b")).isEqualTo(3);
        assertThat(inside.getProperty("c")).isEqualTo(4);
        assertThat(arguments.getProperty("server.port")).isEqualTo("9000");

        Boot boot = recorder.boot().snapshot();
        assertThat(boot.env().variables()).isEqualTo(Map.of("ORDERS_DB_URL", Value.of("jdbc:prod")));
        assertThat(boot.env().properties())
                .containsEntry("orders.region", Value.of("eu"))
                .doesNotContainKey("java.version");
        assertThat(boot.configuration()).isEqualTo(Map.of("a.b", "3", "server.port", "9000"));
    }

    @Test
    void settingsReadAfterTheBootCountForLaterRuns() {
        Objects.requireNonNull(recorder.open()).end(TestEnding.status(500));
        kept.entered.acquireUninterruptibly();
        recorder.boot().configuration("late", "1");
        Objects.requireNonNull(recorder.open()).end(TestEnding.status(501));
        Objects.requireNonNull(recorder.open()).end(TestEnding.status(502));
        recorder.stop();

        assertThat(kept.boots.get(1).configuration()).isEqualTo(Map.of("late", "1"));
        assertThat(kept.boots.get(2)).isSameAs(kept.boots.get(1));
    }

    @Test
    void aBootThatIsNotKeptWholeSaysSo() {
        var boot = recorder.boot();
        assertThat(boot.reserve(2 << 20)).isFalse();
        boot.partial("COPY FROM STDIN at com.acme.Import#run");

        assertThat(boot.snapshot().readiness().reasons())
                .containsExactly(
                        "boot: it is larger than the 1048576 bytes kept of a run",
                        "boot: COPY FROM STDIN at com.acme.Import#run");
    }

    private static void exchange(Recording recording, Lane lane, String operation) {
        recording.exchange(
                lane, "jdbc", operation, false, System.nanoTime(), () -> Value.NULL, () -> Answer.of(Value.NULL));
    }
}
