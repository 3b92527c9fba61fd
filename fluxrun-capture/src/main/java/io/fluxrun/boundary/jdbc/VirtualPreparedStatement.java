package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.lang.reflect.Method;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A prepared or callable statement: binds as the recording side does, so that both ask the same. */
final class VirtualPreparedStatement extends VirtualStatement {
    VirtualPreparedStatement(Class<? extends PreparedStatement> type, VirtualConnection connection, StatementLog log) {
        super(type, connection, log);
    }

    @Override
    @Nullable
    Object otherwise(Method method, @Nullable Object[] arguments) throws Throwable {
        boolean sets = method.getName().startsWith("set") && arguments.length >= 2;
        if (sets && method.getParameterTypes()[0] == int.class) {
            log.bind(arguments, method.getName().equals("setNull"), StatementLog.array(arguments, connection.arrays));
            return null;
        }
        return super.otherwise(method, arguments);
    }

    public ParameterMetaData getParameterMetaData() throws SQLException {
        return new VirtualParameterMetaData(describe(Description.parameters(log.sql()))).proxy(ParameterMetaData.class);
    }

    public @Nullable ResultSetMetaData getMetaData() throws SQLException {
        var description = Description.columns(log.sql());
        var answer = describe(description);
        return answer.get("columns").isNull()
                ? null
                : new VirtualResultSetMetaData(
                                new RecordedRows(description.operation(), answer, connection.driverLoader))
                        .proxy(ResultSetMetaData.class);
    }

    private Value describe(Description description) throws SQLException {
        var answer = Lanes.ask(description.operation(), false, description.request());
        return Answers.value(answer, connection.driverLoader);
    }

    public void clearParameters() {
        log.clearParameters();
    }

    public void addBatch() throws SQLException {
        log.addBatch(null);
    }
}
