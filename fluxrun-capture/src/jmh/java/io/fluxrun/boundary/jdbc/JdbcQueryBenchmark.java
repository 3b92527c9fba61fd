package io.fluxrun.boundary.jdbc;

import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.record.RunRecording;
import io.fluxrun.scope.Scope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A query of H2 in memory, which answers within microseconds, so that what recording adds is seen: without FluxRun, with
 * it outside a run, and recorded.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+EnableDynamicAgentLoading")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class JdbcQueryBenchmark {
    /** Whether FluxRun is there. */
    public enum FluxRun {
        ABSENT,
        IDLE,
        RECORDING
    }

    @Param
    public FluxRun fluxRun;

    @Param({"1", "50"})
    public int rows;

    private Recorder recorder;
    private Connection connection;

    @Setup
    public void start() throws SQLException {
        if (fluxRun != FluxRun.ABSENT) {
            SelfAttachment.install();
            recorder = Recorder.start(RecorderSettings.DEFAULT, (run, boot) -> {}, problem -> {
                throw new IllegalStateException(problem);
            });
            Objects.requireNonNull(recorder.open(), "the first run ends the boot").abandon();
        }
        connection = DriverManager.getConnection("jdbc:h2:mem:orders");
        try (var statement = connection.createStatement()) {
            statement.execute("create table orders(id int primary key, name varchar(40), quantity int, price double)");
            statement.execute("insert into orders select x, 'article ' || x, x * 3, x / 7.0 from system_range(1, 1000)");
        }
    }

    @TearDown
    public void stop() throws SQLException {
        connection.close();
        if (recorder != null) {
            recorder.stop();
        }
    }

    @Benchmark
    public void query(Blackhole sink) throws SQLException {
        if (fluxRun != FluxRun.RECORDING) {
            read(sink);
            return;
        }
        RunRecording run = Objects.requireNonNull(recorder.open());
        var before = Scope.bind(run.main());
        try {
            read(sink);
        } finally {
            Scope.restore(before);
            run.abandon();
        }
    }

    private void read(Blackhole sink) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select id, name, quantity, price from orders where id <= ?")) {
            statement.setInt(1, rows);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    sink.consume(found.getInt(1));
                    sink.consume(found.getString(2));
                    sink.consume(found.getInt("quantity"));
                    sink.consume(found.getDouble("price"));
                }
            }
        }
    }
}
