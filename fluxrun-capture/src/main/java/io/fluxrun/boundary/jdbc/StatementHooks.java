package io.fluxrun.boundary.jdbc;

import io.fluxrun.boundary.jdbc.DriverHook.Call;
import io.fluxrun.run.Value;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records what statements are told and what they answer. */
final class StatementHooks {
    private final DriverObjects objects;

    StatementHooks(DriverObjects objects) {
        this.objects = objects;
    }

    void bind(boolean isNull, Call call, Object self, @Nullable Object[] arguments) throws SQLException {
        var log = log(self, call);
        if (!log.bind(arguments, isNull, StatementLog.array(arguments, objects.arrays))) {
            call.recording.partial("jdbc: a parameter was bound to " + kind(arguments) + ", which is not recorded yet");
        }
    }

    void clearParameters(Call call, Object self, @Nullable Object[] arguments) {
        log(self, call).clearParameters();
    }

    void addBatch(Call call, Object self, @Nullable Object[] arguments) {
        log(self, call).addBatch(arguments.length > 0 ? (String) arguments[0] : null);
    }

    void clearBatch(Call call, Object self, @Nullable Object[] arguments) {
        log(self, call).clearBatch();
    }

    void ask(boolean batch, Call call, Object self, @Nullable Object[] arguments) throws SQLException {
        var log = log(self, call);
        objects.leaveRow(log.execution());
        Connection connection = ((Statement) self).getConnection();
        boolean autoCommit = connection.getAutoCommit();
        call.request = log.request(
                arguments,
                batch,
                request -> objects.transaction(connection).join(call.lane, autoCommit, request.write()));
    }

    void answered(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown)
            throws SQLException {
        var request = Objects.requireNonNull(call.request);
        var execution = new Execution(call.recording, request.source());
        log(self, call).executed(execution);
        if (thrown != null) {
            execution.failed(thrown);
        } else if (result instanceof ResultSet rows) {
            execution.rows(objects.watch(call.recording, rows, request.source()));
        } else if (result instanceof Boolean hasRows) {
            if (hasRows) {
                execution.resultSet();
            }
        } else if (result instanceof int[] counts) {
            execution.batch(Arrays.stream(counts).asLongStream().toArray());
        } else if (result instanceof long[] counts) {
            execution.batch(counts);
        } else if (result instanceof Number count) {
            execution.count(count.longValue());
        }
        call.recording.exchange(
                call.lane,
                JdbcBoundary.NAME,
                request.operation(),
                request.write(),
                call.startedNanos,
                request::value,
                execution::answer);
    }

    void resultSet(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown)
            throws SQLException {
        var execution = current(self, call);
        if (execution != null && result instanceof ResultSet rows && objects.rows(rows) == null) {
            execution.rows(objects.watch(call.recording, rows, execution.source));
        }
    }

    void advanced(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown) {
        var execution = current(self, call);
        if (execution != null && result instanceof Boolean hasRows) {
            execution.advance();
            if (hasRows) {
                execution.resultSet();
            }
        }
    }

    void counted(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown) {
        var execution = current(self, call);
        if (execution != null && result instanceof Number count) {
            execution.count(count.longValue());
        }
    }

    void keys(Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown)
            throws SQLException {
        var execution = current(self, call);
        if (execution != null && result instanceof ResultSet rows && objects.rows(rows) == null) {
            execution.keys(objects.watch(call.recording, rows, "keys of " + execution.source));
        }
    }

    void warned(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown) {
        var execution = current(self, call);
        if (execution != null && result instanceof SQLWarning warning) {
            execution.warnings(Failures.describe(warning));
        }
    }

    void closing(Call call, Object self, @Nullable Object[] arguments) {
        var log = objects.statements.get(self);
        if (log != null) {
            objects.leaveRow(log.execution());
        }
    }

    private @Nullable Execution current(Object self, Call call) {
        var log = objects.statements.get(self);
        var execution = log == null ? null : log.execution();
        return execution != null && execution.recording == call.recording ? execution : null;
    }

    private StatementLog log(Object self, Call call) {
        var log = objects.statements.get(self);
        if (log == null) {
            log = new StatementLog(null, Value.NULL);
            objects.statements.put(self, log);
            if (self instanceof java.sql.PreparedStatement) {
                call.recording.partial("jdbc: a statement was prepared before the run, so its text is not known");
            }
        }
        return log;
    }

    private static String kind(@Nullable Object[] arguments) {
        if (arguments[0] instanceof String) {
            return "a name";
        }
        return arguments[1] == null ? "null" : arguments[1].getClass().getName();
    }
}
