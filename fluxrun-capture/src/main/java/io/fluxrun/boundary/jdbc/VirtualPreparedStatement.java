package io.fluxrun.boundary.jdbc;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
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

    public void clearParameters() {
        log.clearParameters();
    }

    public void addBatch() throws SQLException {
        log.addBatch(null);
    }
}
