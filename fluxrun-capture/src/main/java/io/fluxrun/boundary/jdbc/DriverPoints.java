package io.fluxrun.boundary.jdbc;

import io.fluxrun.hook.HookPoint;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.List;
import java.util.function.Consumer;

/** Which methods of the {@code java.sql} interfaces are hooked on a driver's classes, and by what. */
final class DriverPoints {
    private final StatementHooks statements;
    private final ResultSetHooks rows;
    private final ConnectionHooks connections;
    private final MetadataHooks catalogue;

    private DriverPoints(DriverObjects objects) {
        statements = new StatementHooks(objects);
        rows = new ResultSetHooks(objects);
        connections = new ConnectionHooks(objects);
        catalogue = new MetadataHooks(objects);
    }

    static List<HookPoint> of(DriverObjects objects) {
        var points = new DriverPoints(objects);
        return List.of(
                point(Connection.class, points::connection),
                point(Statement.class, points::statement),
                point(PreparedStatement.class, points::prepared),
                point(CallableStatement.class, points::callable),
                point(ResultSet.class, points::resultSet),
                point(ResultSetMetaData.class, points::columns),
                point(DatabaseMetaData.class, points::catalogue),
                point(Wrapper.class, points::unwrapping));
    }

    private static HookPoint point(Class<?> type, Consumer<Interception> hooks) {
        var interception = new Interception(type);
        hooks.accept(interception);
        return interception.point();
    }

    private void connection(Interception connection) {
        connection.after(connections::prepared, "prepareStatement", "prepareCall");
        connection.after((c, s, a, r, t) -> connections.ended(Commands.End.COMMIT, c, s, a, r, t), "commit()");
        connection.after((c, s, a, r, t) -> connections.ended(Commands.End.ROLLBACK, c, s, a, r, t), "rollback()");
        mark(connection, Commands.Mark.ROLLBACK_TO, "rollback(Ljava/sql/Savepoint;)");
        mark(connection, Commands.Mark.SAVEPOINT, "setSavepoint");
        mark(connection, Commands.Mark.RELEASE, "releaseSavepoint");
        connection.after(connections::autoCommit, "setAutoCommit");
        connection.after(connections::array, "createArrayOf");
        connection.after(connections::metadata, "getMetaData");
        connection.quiet("isValid", "setReadOnly", "setTransactionIsolation", "getTransactionIsolation");
        connection.closing(null, null, "close", "abort");
        connection.quiet("setSchema", "getSchema", "setCatalog", "getCatalog", "setClientInfo", "setNetworkTimeout");
    }

    private void mark(Interception connection, Commands.Mark mark, String method) {
        connection.around((c, s, a) -> connections.marking(mark, c, s, a), connections::marked, method);
    }

    private void statement(Interception statement) {
        executing(statement);
        statement.around((c, s, a) -> statements.ask(true, c, s, a), statements::answered, "executeBatch");
        statement.around((c, s, a) -> statements.ask(true, c, s, a), statements::answered, "executeLargeBatch");
        statement.before(statements::addBatch, "addBatch");
        statement.before(statements::clearBatch, "clearBatch");
        statement.after(statements::resultSet, "getResultSet");
        statement.after(statements::advanced, "getMoreResults");
        statement.after(statements::counted, "getUpdateCount", "getLargeUpdateCount");
        statement.after(statements::keys, "getGeneratedKeys");
        statement.after(statements::warned, "getWarnings");
        statement.closing(statements::closing, null, "close");
        statement.closing(null, null, "cancel");
    }

    private void prepared(Interception prepared) {
        executing(prepared);
        prepared.before(statements::addBatch, "addBatch");
        prepared.after(catalogue::parameters, "getParameterMetaData");
        prepared.after(catalogue::columns, "getMetaData");
        prepared.before(statements::clearParameters, "clearParameters");
        for (String setter : prepared.methods("set")) {
            prepared.before((c, s, a) -> statements.bind(setter.equals("setNull"), c, s, a), setter);
        }
    }

    private void callable(Interception callable) {
        for (String setter : callable.methods("set")) {
            callable.before((c, s, a) -> statements.bind(false, c, s, a), setter);
        }
        for (String getter : callable.methods("get")) {
            callable.after(
                    (c, s, a, r, t) ->
                            c.recording.partial("jdbc: an OUT parameter was read, which is not recorded yet"),
                    getter);
        }
    }

    private void executing(Interception statement) {
        statement.around(
                (c, s, a) -> statements.ask(false, c, s, a),
                statements::answered,
                "execute",
                "executeQuery",
                "executeUpdate",
                "executeLargeUpdate");
    }

    private void resultSet(Interception resultSet) {
        for (String getter : resultSet.methods("get")) {
            resultSet.after((c, s, a, r, t) -> rows.read(getter, c, s, a, r, t), getter);
        }
        resultSet.around(rows::leaving, rows::next, "next");
        resultSet.around(
                rows::leaving,
                rows::moved,
                "previous",
                "first",
                "last",
                "absolute",
                "relative",
                "beforeFirst",
                "afterLast");
        resultSet.closing(rows::leaving, rows::closed, "close");
        resultSet.after(rows::described, "getMetaData");
        for (String update : List.of("updateRow", "insertRow", "deleteRow")) {
            resultSet.before(
                    (c, s, a) -> c.recording.partial("jdbc: a result set was updated, which is not recorded"), update);
        }
    }

    private void columns(Interception columns) {
        for (String question : columns.methods("")) {
            columns.after((c, s, a, r, t) -> rows.asked(question, c, s, a, r, t), question);
        }
    }

    private void catalogue(Interception metadata) {
        for (String query : metadata.methodsReturning(ResultSet.class)) {
            metadata.after((c, s, a, r, t) -> catalogue.queried(query, c, s, a, r, t), query);
        }
        metadata.quietOthers(ResultSet.class);
    }

    private void unwrapping(Interception wrapper) {
        wrapper.closing(null, ConnectionHooks::unwrapped, "unwrap");
    }
}
