package io.fluxrun.boundary.jdbc;

import io.fluxrun.hook.Tracked;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Scope;
import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A connection to no database: settings are kept here, statements and the ends of transactions are answered from the
 * replay of whoever calls.
 */
final class VirtualConnection extends ConnectionSettings {
    final String url;
    final @Nullable ClassLoader driverLoader;
    final Transaction transaction = new Transaction();
    final Tracked<Value> arrays = new Tracked<>();
    private boolean closed;

    private VirtualConnection(String url, @Nullable ClassLoader driverLoader) {
        super(MetadataSnapshot.recorded(url, MetadataSnapshot.CONNECTION));
        this.url = url;
        this.driverLoader = driverLoader;
    }

    /** @param driverLoader knows the exceptions and types of the driver that is stood in for */
    static Connection open(String url, @Nullable ClassLoader driverLoader) {
        return new VirtualConnection(url, driverLoader).proxy(Connection.class);
    }

    @Override
    @Nullable
    Object otherwise(Method method, @Nullable Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "createStatement" -> plain(arguments);
            case "prepareStatement" -> prepared(PreparedStatement.class, arguments);
            case "prepareCall" -> prepared(CallableStatement.class, arguments);
            default -> super.otherwise(method, arguments);
        };
    }

    private Statement plain(@Nullable Object[] arguments) {
        var statement = new VirtualStatement(Statement.class, this, new StatementLog(null, Value.NULL));
        statement.resultSets(arguments, 0);
        return statement.proxy(Statement.class);
    }

    private <T extends PreparedStatement> T prepared(Class<T> type, @Nullable Object[] arguments) {
        var keys = arguments.length == 2 ? Request.keys(arguments[1]) : Value.NULL;
        var statement = new VirtualPreparedStatement(type, this, new StatementLog((String) arguments[0], keys));
        statement.resultSets(arguments, 1);
        return statement.proxy(type);
    }

    public void setAutoCommit(boolean on) throws SQLException {
        if (on) {
            end(Commands.End.COMMIT);
        }
        autoCommit(on);
    }

    public void commit() throws SQLException {
        end(Commands.End.COMMIT);
    }

    public void rollback() throws SQLException {
        end(Commands.End.ROLLBACK);
    }

    public Savepoint setSavepoint() throws SQLException {
        return setSavepoint(null);
    }

    public Savepoint setSavepoint(@Nullable String name) throws SQLException {
        return new VirtualSavepoint(command(savepoint(Commands.Mark.SAVEPOINT, name)));
    }

    public void rollback(Savepoint savepoint) throws SQLException {
        command(savepoint(Commands.Mark.ROLLBACK_TO, Commands.name(savepoint)));
    }

    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        command(savepoint(Commands.Mark.RELEASE, Commands.name(savepoint)));
    }

    public DatabaseMetaData getMetaData() {
        return new VirtualDatabaseMetaData(this).proxy(DatabaseMetaData.class);
    }

    public Array createArrayOf(String typeName, Object @Nullable [] elements) throws SQLException {
        var array = new VirtualArray(typeName, 0, elements, null);
        arrays.put(array, ArrayValues.made(typeName, elements));
        return array;
    }

    public NClob createClob() {
        return VirtualClob.of("");
    }

    public NClob createNClob() {
        return VirtualClob.of("");
    }

    public java.sql.Blob createBlob() {
        return VirtualBlob.of(new byte[0]);
    }

    public String nativeSQL(String sql) {
        return sql;
    }

    public boolean isValid(int seconds) {
        return !closed;
    }

    public void close() {
        closed = true;
    }

    public void abort(Executor executor) {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    private Commands.Command savepoint(Commands.Mark mark, @Nullable String name) {
        transaction.join(Lanes.lane("a savepoint"), getAutoCommit(), false);
        return Commands.savepoint(mark, name, transaction);
    }

    private void end(Commands.End end) throws SQLException {
        var lane = Scope.current();
        boolean active =
                lane == null ? transaction.active() : transaction.in(lane).active();
        var command = Commands.end(end, transaction);
        transaction.end();
        if (active) {
            command(command);
        }
    }

    private Value command(Commands.Command command) throws SQLException {
        return Answers.value(Lanes.ask(command.operation(), command.write(), command.request()), driverLoader);
    }
}
