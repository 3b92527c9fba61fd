package io.fluxrun.boundary.jdbc;

import static io.fluxrun.boundary.jdbc.JdbcContract.inLane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.run.Exchange;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.LiveCallBlockedError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a replay answers that is asked for something else than the recorded run. */
class JdbcDivergenceTests {
    private static final String URL = "jdbc:h2:mem:divergence;DB_CLOSE_DELAY=-1";
    private static final String NUMBERS = "select x as n, 'row ' || x as t from system_range(1, 5) order by x";

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @Test
    void aRowThatWasNotReadIsNotKnown() throws Exception {
        var replay = replayOf(connection -> read(connection, 2));
        assertThatThrownBy(() -> inLane(replay.main(), () -> with(connection -> read(connection, 3))))
                .isInstanceOf(DivergedError.class)
                .hasMessageContaining("row 3 of SELECT system_range was not read");
        assertThat(replay.misses()).hasSize(1);
    }

    @Test
    void aColumnTheApplicationLeftAloneIsKnownAllTheSame() throws Exception {
        var replay = replayOf(connection -> read(connection, 3));
        assertThat(inLane(replay.main(), () -> with(connection -> first(connection, rows -> rows.getString("t")))))
                .isEqualTo("row 1");
        assertThat(replay.notes()).isEmpty();
    }

    @Test
    void anotherAccessorIsDerivedWhereThatIsPlainAndSaysSo() throws Exception {
        var replay = replayOf(connection -> read(connection, 3));
        assertThat(inLane(replay.main(), () -> with(connection -> first(connection, rows -> rows.getInt("n")))))
                .isEqualTo(1);
        assertThat(replay.notes()).singleElement().asString().contains("column N was read by getInt", "getLong");
    }

    @Test
    void anotherAccessorThatDriversDisagreeOnDiverges() throws Exception {
        var replay = replayOf(connection -> read(connection, 3));
        assertThatThrownBy(() -> inLane(
                        replay.main(), () -> with(connection -> first(connection, rows -> rows.getBoolean("n")))))
                .isInstanceOf(DivergedError.class)
                .hasMessageContaining("column N of SELECT system_range was not read by getBoolean")
                .hasMessageContaining("getLong");
    }

    @Test
    void anotherStatementIsNeverExecuted() throws Exception {
        with(connection -> update(connection, "create table if not exists witness (id int)"));
        var replay = replayOf(connection -> read(connection, 1));
        assertThatThrownBy(() -> inLane(
                        replay.main(), () -> with(connection -> update(connection, "insert into witness values (1)"))))
                .isInstanceOf(DivergedError.class);
        assertThat(with(connection -> first(connection, "select count(*) from witness")))
                .isEqualTo(0L);
    }

    @Test
    void aRealConnectionIsRefusedInAReplay() throws Exception {
        var replay = replayOf(connection -> read(connection, 1));
        try (var real = DriverManager.getConnection(URL)) {
            assertThatThrownBy(() -> inLane(replay.main(), () -> read(real, 1)))
                    .isInstanceOf(LiveCallBlockedError.class)
                    .hasMessageContaining("on a real org.h2.jdbc.");
            assertThatThrownBy(() -> inLane(replay.main(), () -> {
                        real.commit();
                        return null;
                    }))
                    .isInstanceOf(LiveCallBlockedError.class);
        }
    }

    @Test
    void aVendorTypeIsNotPretended() throws Exception {
        var replay = replayOf(connection -> read(connection, 1));
        assertThatThrownBy(() -> inLane(
                        replay.main(), () -> with(connection -> connection.unwrap(org.h2.jdbc.JdbcConnection.class))))
                .isInstanceOf(DivergedError.class)
                .hasMessageContaining("org.h2.jdbc.JdbcConnection");
        assertThat(inLane(replay.main(), () -> with(connection -> connection.unwrap(Connection.class) == connection)))
                .isEqualTo(true);
    }

    @Test
    void rowsAboveTheLimitAreNotKeptAndSaySo() throws Exception {
        List<Exchange> recorded;
        try (var recording = new RecordingInMemory() {
            private int left = 200;

            @Override
            public boolean reserve(int bytes) {
                left -= bytes;
                return left >= 0;
            }
        }) {
            assertThat(inLane(recording.main(), () -> with(connection -> read(connection, 5))))
                    .isEqualTo(5L);
            recorded = recording.end();
        }
        var replay = new ReplayInMemory(recorded, Map.of(), new JdbcKey());
        assertThatThrownBy(() -> inLane(replay.main(), () -> with(connection -> read(connection, 5))))
                .isInstanceOf(DivergedError.class)
                .hasMessageContaining("above the limit of what is kept");
    }

    private static ReplayInMemory replayOf(Work work) throws Exception {
        try (var recording = new RecordingInMemory()) {
            inLane(recording.main(), () -> with(work));
            return new ReplayInMemory(recording.end(), recording.metadata(), new JdbcKey());
        }
    }

    private static Object with(Work work) throws SQLException {
        try (var connection = DriverManager.getConnection(URL)) {
            return work.on(connection);
        }
    }

    private static Object read(Connection connection, int count) throws SQLException {
        try (var statement = connection.prepareStatement(NUMBERS);
                var rows = statement.executeQuery()) {
            long last = 0;
            for (int i = 0; i < count && rows.next(); i++) {
                last = rows.getLong("n");
            }
            return last;
        }
    }

    private static Object first(Connection connection, Read read) throws SQLException {
        try (var statement = connection.prepareStatement(NUMBERS);
                var rows = statement.executeQuery()) {
            rows.next();
            return read.from(rows);
        }
    }

    private static Object first(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Object update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private interface Work {
        Object on(Connection connection) throws SQLException;
    }

    private interface Read {
        Object from(ResultSet rows) throws SQLException;
    }
}
