package io.fluxrun.boundary.jdbc;

import io.fluxrun.hook.Tracked;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Recording;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is known about the objects that drivers have given out. Thread-safe. */
final class DriverObjects {
    final Tracked<StatementLog> statements = new Tracked<>();
    final Tracked<Value> arrays = new Tracked<>();
    private final Tracked<Reference<RowLog>> metadata = new Tracked<>();
    private final Tracked<Reference<RowLog>> rows = new Tracked<>();
    private final Tracked<Transaction> transactions = new Tracked<>();

    Transaction transaction(Connection connection) {
        var transaction = transactions.get(connection);
        if (transaction == null) {
            transaction = new Transaction();
            transactions.put(connection, transaction);
        }
        return transaction;
    }

    @Nullable
    RowLog rows(Object resultSet) {
        return known(rows.get(resultSet));
    }

    /** Returns the rows whose columns this describes. */
    @Nullable
    RowLog described(Object resultSetMetaData) {
        return known(metadata.get(resultSetMetaData));
    }

    void describe(Object resultSetMetaData, RowLog log) {
        metadata.put(resultSetMetaData, new WeakReference<>(log));
    }

    /** The recording holds the rows: a result set that is never closed must not hold a finished run. */
    private static @Nullable RowLog known(@Nullable Reference<RowLog> log) {
        return log == null ? null : log.get();
    }

    /** @param source what the rows answer, for {@link Columns#of} */
    RowLog watch(Recording recording, ResultSet resultSet, String source) throws SQLException {
        var log = new RowLog(recording, Columns.of(resultSet, source), resultSet);
        rows.put(resultSet, new WeakReference<>(log));
        return log;
    }

    /** Takes the columns of a statement that is not executed. */
    RowLog watch(Recording recording, ResultSetMetaData described) throws SQLException {
        var log = new RowLog(recording, Columns.of(described), null);
        describe(described, log);
        return log;
    }

    /** The statement's result sets are about to be closed. */
    void leaveRow(@Nullable Execution execution) {
        var log = execution == null ? null : execution.rows();
        if (log != null) {
            log.leave();
        }
    }
}
