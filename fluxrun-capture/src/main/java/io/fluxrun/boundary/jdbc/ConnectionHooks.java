package io.fluxrun.boundary.jdbc;

import io.fluxrun.boundary.jdbc.DriverHook.Call;
import io.fluxrun.run.Value;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records what a connection is asked itself: statements, transactions, savepoints, arrays. */
final class ConnectionHooks {
    private final DriverObjects objects;

    ConnectionHooks(DriverObjects objects) {
        this.objects = objects;
    }

    void prepared(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown) {
        if (result != null) {
            var keys = arguments.length == 2 ? Request.keys(arguments[1]) : Value.NULL;
            objects.statements.put(result, new StatementLog((String) arguments[0], keys));
        } else if (thrown != null) {
            call.recording.partial("jdbc: preparing a statement failed, which is not recorded yet: " + thrown);
        }
    }

    void ended(
            Commands.End end,
            Call call,
            Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws SQLException {
        var transaction = objects.transaction((Connection) self).in(call.lane);
        if (transaction.active() || thrown != null) {
            record(call, Commands.end(end, transaction), thrown, Value.NULL);
        }
        transaction.end();
    }

    /** Switching auto-commit on commits. */
    void autoCommit(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown)
            throws SQLException {
        if (Boolean.TRUE.equals(arguments[0])) {
            ended(Commands.End.COMMIT, call, self, arguments, result, thrown);
        }
    }

    /** Before the driver is asked: a released savepoint no longer tells its name. */
    void marking(Commands.Mark mark, Call call, Object self, @Nullable Object[] arguments) throws SQLException {
        var connection = (Connection) self;
        var transaction = objects.transaction(connection);
        transaction.join(call.lane, connection.getAutoCommit(), false);
        Object argument = arguments.length == 0 ? null : arguments[0];
        String name = argument instanceof Savepoint savepoint ? Commands.name(savepoint) : (String) argument;
        call.command = Commands.savepoint(mark, name, transaction);
    }

    void marked(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown) {
        var answer = result instanceof Savepoint made ? Commands.describe(made) : Value.NULL;
        record(call, Objects.requireNonNull(call.command), thrown, answer);
    }

    void array(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown)
            throws SQLException {
        if (result instanceof Array array) {
            objects.arrays.put(array, ArrayValues.made((String) arguments[0], arguments[1]));
        }
    }

    void metadata(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown) {
        if (thrown == null) {
            MetadataSnapshot.record(call.recording, (Connection) self);
        }
    }

    static void unwrapped(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown) {
        if (arguments[0] instanceof Class<?> type && !type.getName().startsWith("java.")) {
            call.recording.partial("jdbc: unwrapped to " + type.getName() + ", whose calls are not recorded");
        }
    }

    private static void record(Call call, Commands.Command command, @Nullable Throwable thrown, Value answer) {
        var execution = new Execution(call.recording, command.operation());
        if (thrown != null) {
            execution.failed(thrown);
        } else {
            execution.detail(answer);
        }
        call.recording.exchange(
                call.lane,
                JdbcBoundary.NAME,
                command.operation(),
                command.write(),
                call.startedNanos,
                command::request,
                execution::answer);
    }
}
