package io.fluxrun.boundary.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A statement whose executions are answered from the replay of whoever calls. */
class VirtualStatement extends StatementSettings {
    final VirtualConnection connection;
    final StatementLog log;
    private Results results = Results.NONE;
    private @Nullable VirtualResultSet open;

    VirtualStatement(Class<? extends Statement> type, VirtualConnection connection, StatementLog log) {
        super(type);
        this.connection = connection;
        this.log = log;
    }

    @Override
    @Nullable
    Object otherwise(Method method, @Nullable Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> execute(arguments, false);
            case "executeBatch", "executeLargeBatch" -> execute(arguments, true);
            default -> {
                return super.otherwise(method, arguments);
            }
        }
        return switch (method.getName()) {
            case "execute" -> results.isRows();
            case "executeQuery" -> rows();
            case "executeUpdate" -> (int) results.count();
            case "executeLargeUpdate" -> results.count();
            case "executeBatch" ->
                Arrays.stream(results.batch()).mapToInt(count -> (int) count).toArray();
            default -> results.batch();
        };
    }

    private void execute(@Nullable Object[] arguments, boolean batch) throws SQLException {
        closeRows();
        results = Results.NONE;
        var lane = Lanes.lane("executing a statement");
        var request = log.request(
                arguments,
                batch,
                asked -> connection.transaction.join(lane, connection.getAutoCommit(), asked.write()));
        var answer = Lanes.ask(request.operation(), request.write(), request.value());
        results = new Results(request.operation(), Answers.value(answer, connection.driverLoader));
    }

    public @Nullable ResultSet getResultSet() {
        return results.isRows() ? rows() : null;
    }

    private ResultSet rows() {
        if (open == null) {
            open = new VirtualResultSet(this, results.operation(), results.rows(), connection.driverLoader);
        }
        return open.proxy(ResultSet.class);
    }

    public boolean getMoreResults() {
        return getMoreResults(Statement.CLOSE_CURRENT_RESULT);
    }

    public boolean getMoreResults(int current) {
        if (current == Statement.KEEP_CURRENT_RESULT) {
            open = null;
        } else {
            closeRows();
        }
        results.advance();
        return results.isRows();
    }

    public int getUpdateCount() {
        return (int) getLargeUpdateCount();
    }

    public long getLargeUpdateCount() {
        return results.updateCount();
    }

    public ResultSet getGeneratedKeys() {
        return new VirtualResultSet(this, results.operation(), results.keys(), connection.driverLoader)
                .proxy(ResultSet.class);
    }

    public @Nullable SQLWarning getWarnings() {
        var warnings = results.warnings();
        return warnings.isNull() ? null : (SQLWarning) Rebuild.failure(warnings, connection.driverLoader);
    }

    public void clearWarnings() {
        results.clearWarnings();
    }

    public void addBatch(String text) {
        log.addBatch(text);
    }

    public void clearBatch() {
        log.clearBatch();
    }

    public Connection getConnection() {
        return connection.proxy(Connection.class);
    }

    public void close() {
        closeRows();
        closed();
    }

    public void cancel() {
        // What is answered at once cannot be cancelled.
    }

    /** A result set of this statement was closed by the application. */
    final void rowsClosed() {
        if (isCloseOnCompletion()) {
            close();
        }
    }

    private void closeRows() {
        if (open != null) {
            open.closeQuietly();
            open = null;
        }
    }
}
