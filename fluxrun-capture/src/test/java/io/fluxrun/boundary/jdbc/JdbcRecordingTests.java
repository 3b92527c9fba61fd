package io.fluxrun.boundary.jdbc;

import static io.fluxrun.boundary.jdbc.JdbcContract.inLane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a recording holds, and what it says it does not. */
class JdbcRecordingTests {
    private static final String URL = "jdbc:h2:mem:recording";

    private Connection connection;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(URL);
        execute("create table t (id int, secret varchar(20))");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void anExchangeReadsAsWhatWasAskedAndAnswered() throws Exception {
        execute("insert into t values (1, 'x'), (2, null)");
        try (var recording = new RecordingInMemory()) {
            inLane(recording.main(), () -> {
                try (var statement = connection.prepareStatement("select id, secret from t where id < ? order by id")) {
                    statement.setInt(1, 3);
                    var rows = statement.executeQuery();
                    while (rows.next()) {
                        rows.getInt("id");
                    }
                }
                return null;
            });
            var exchange = recording.end().get(0);
            assertThat(exchange.operation()).isEqualTo("SELECT t");
            assertThat(exchange.request())
                    .isEqualTo(Value.fields()
                            .put("sql", "select id, secret from t where id < ? order by id")
                            .put(
                                    "parameters",
                                    Value.list(List.of(Value.fields()
                                            .put("type", "int")
                                            .put("value", 3)
                                            .build())))
                            .build());
            var answer = ((Answer.Response) exchange.answer()).value();
            assertThat(answer.get("columns").items())
                    .extracting(
                            column -> column.get("label").text(),
                            column -> column.get("read").text())
                    .containsExactly(tuple("ID", "getInt"), tuple("SECRET", "unread"));
            assertThat(answer.get("rows").items().get(0).items()).containsExactly(Value.of(1), Value.of("x"));
            assertThat(answer.get("rows").items().get(1).items()).containsExactly(Value.of(2), Value.NULL);
            assertThat(answer.get("end").flag()).isTrue();
        }
    }

    @Test
    void whatTheApplicationChangesAfterwardsIsRecordedAsItWas() throws Exception {
        byte[] bytes = {1, 2};
        try (var recording = new RecordingInMemory()) {
            inLane(recording.main(), () -> {
                try (var statement = connection.prepareStatement("select cast(? as varbinary(10))")) {
                    statement.setBytes(1, bytes);
                    bytes[0] = 9;
                    var rows = statement.executeQuery();
                    rows.next();
                    rows.getBytes(1)[1] = 9;
                }
                return null;
            });
            var exchange = recording.end().get(0);
            assertThat(exchange.request().get("parameters").items().get(0).get("value"))
                    .isEqualTo(Value.of(new byte[] {1, 2}));
            var rows = ((Answer.Response) exchange.answer()).value().get("rows");
            assertThat(rows.items().get(0).items().get(0).bytes()).hasSize(2).endsWith(2);
        }
    }

    @Test
    void aTransactionThatAnEarlierRunLeftOpenIsNotThisRuns() throws Exception {
        connection.setAutoCommit(false);
        try (var recording = new RecordingInMemory()) {
            inLane(recording.main(), () -> execute("insert into t values (1, 'x')"));
        }
        connection.rollback();
        try (var recording = new RecordingInMemory()) {
            inLane(recording.main(), () -> {
                connection.commit();
                connection.prepareStatement("select 1").executeQuery();
                connection.commit();
                return null;
            });
            assertThat(recording.end()).extracting(Exchange::operation).containsExactly("SELECT", "COMMIT");
        }
    }

    @Test
    void aPoolsWrappersAreNotTheDriver() throws Exception {
        var config = new HikariConfig();
        config.setJdbcUrl(URL);
        try (var pool = new HikariDataSource(config);
                var pooled = pool.getConnection();
                var statement = pooled.createStatement();
                var rows = statement.executeQuery("select 1")) {
            assertThat(Drivers.owns(pooled)).isFalse();
            assertThat(Drivers.owns(statement)).isFalse();
            assertThat(Drivers.owns(rows)).isFalse();
            assertThat(Drivers.owns(pooled.getMetaData())).isFalse();
            assertThat(Drivers.owns(pooled.unwrap(org.h2.jdbc.JdbcConnection.class)))
                    .isTrue();
        }
    }

    @Test
    void whatIsNotRecordedIsSaid() throws Exception {
        try (var before = connection.prepareStatement("select 1");
                var recording = new RecordingInMemory()) {
            inLane(recording.main(), (Callable<Void>) () -> {
                connection.unwrap(org.h2.jdbc.JdbcConnection.class);
                before.executeQuery();
                try (var statement = connection.prepareStatement("select cast(? as blob)")) {
                    statement.setBinaryStream(1, new ByteArrayInputStream(new byte[] {1}));
                    var rows = statement.executeQuery();
                    rows.next();
                    rows.getBinaryStream(1);
                }
                return null;
            });
            assertThat(recording.reasons())
                    .anySatisfy(reason -> assertThat(reason).contains("unwrapped to org.h2.jdbc.JdbcConnection"))
                    .anySatisfy(reason -> assertThat(reason).contains("prepared before the run"))
                    .anySatisfy(reason -> assertThat(reason).contains("bound to java.io.ByteArrayInputStream"))
                    .anySatisfy(reason -> assertThat(reason).contains("read by getBinaryStream"));
        }
    }

    private Void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return null;
        }
    }
}
