package io.fluxrun.boundary.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the application observes with FluxRun away, recording and replaying is the same transcript. */
abstract class JdbcContract {
    @TempDir
    Path files;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    abstract String url();

    /** A URL of the same driver where no database is. */
    abstract String urlOfNoDatabase();

    abstract Dialect dialect();

    @ParameterizedTest
    @EnumSource
    void liveRecordedAndReplayedAreTheSame(JdbcScenario scenario) throws Exception {
        prepare();
        var live = play(scenario, url());
        prepare();
        List<Exchange> recorded;
        Map<String, Value> metadata;
        try (var recording = new RecordingInMemory()) {
            var observed = inLane(recording.main(), () -> play(scenario, url()));
            assertThat(JdbcTranscript.difference(live, observed)).isEmpty();
            recorded = JdbcFixture.written(recording.end(), files);
            metadata = recording.metadata();
            assertThat(recording.reasons()).isEmpty();
        }
        var replay = new ReplayInMemory(recorded, metadata, new JdbcKey());
        var replayed = inLane(replay.main(), () -> play(scenario, urlOfNoDatabase()));
        assertThat(replay.misses()).isEmpty();
        assertThat(JdbcTranscript.difference(live, replayed)).isEmpty();
        assertThat(replay.left()).isEmpty();
        assertThat(replay.notes()).isEmpty();
        assertThat(HookFailures.counts()).isEmpty();
    }

    private void prepare() throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            for (String sql : dialect().schema()) {
                statement.execute(sql);
            }
        }
    }

    private List<String> play(JdbcScenario scenario, String url) throws Exception {
        var transcript = new JdbcTranscript();
        try (var connection = DriverManager.getConnection(url)) {
            scenario.play(connection, dialect(), transcript);
        }
        assertThat(transcript.lines()).isNotEmpty();
        return transcript.lines();
    }

    static <T> T inLane(Lane lane, java.util.concurrent.Callable<T> work) throws Exception {
        Lane before = Scope.bind(lane);
        try {
            return work.call();
        } finally {
            Scope.restore(before);
        }
    }

    /** What differs between databases. */
    interface Dialect {
        List<String> schema();

        /** How the catalogue spells a name. */
        String name(String lower);

        /** Expressions of this database's types, to be read by every accessor that makes sense. */
        List<String> values();

        void special(Connection connection, JdbcTranscript transcript) throws Exception;
    }
}
