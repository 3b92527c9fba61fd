package io.fluxrun.boundary.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What a statement is set to; a closed one refuses to tell, which Hibernate relies on. */
abstract class StatementSettings extends Virtual {
    private boolean closed;
    private boolean closeOnCompletion;
    private boolean poolable;
    private long maxRows;
    private int maxFieldSize;
    private int queryTimeout;
    private int fetchSize;
    private int fetchDirection = ResultSet.FETCH_FORWARD;
    private int type = ResultSet.TYPE_FORWARD_ONLY;
    private int concurrency = ResultSet.CONCUR_READ_ONLY;
    private int holdability = ResultSet.CLOSE_CURSORS_AT_COMMIT;

    StatementSettings(Class<? extends Statement> type) {
        super(type);
    }

    /** Takes type, concurrency and holdability from the end of the arguments that made this, if they are there. */
    final void resultSets(@Nullable Object[] arguments, int from) {
        if (arguments.length >= from + 2 && arguments[from] instanceof Integer wantedType) {
            type = wantedType;
            concurrency = arguments[from + 1] instanceof Integer wanted ? wanted : concurrency;
        }
        if (arguments.length == from + 3 && arguments[from + 2] instanceof Integer wanted) {
            holdability = wanted;
        }
    }

    public int getResultSetType() throws SQLException {
        check();
        return type;
    }

    public int getResultSetConcurrency() throws SQLException {
        check();
        return concurrency;
    }

    public int getResultSetHoldability() throws SQLException {
        check();
        return holdability;
    }

    public int getMaxRows() throws SQLException {
        check();
        return (int) maxRows;
    }

    public void setMaxRows(int max) throws SQLException {
        check();
        maxRows = max;
    }

    public long getLargeMaxRows() throws SQLException {
        check();
        return maxRows;
    }

    public void setLargeMaxRows(long max) throws SQLException {
        check();
        maxRows = max;
    }

    public int getMaxFieldSize() throws SQLException {
        check();
        return maxFieldSize;
    }

    public void setMaxFieldSize(int max) throws SQLException {
        check();
        maxFieldSize = max;
    }

    public int getQueryTimeout() throws SQLException {
        check();
        return queryTimeout;
    }

    public void setQueryTimeout(int seconds) throws SQLException {
        check();
        queryTimeout = seconds;
    }

    public int getFetchSize() throws SQLException {
        check();
        return fetchSize;
    }

    public void setFetchSize(int rows) throws SQLException {
        check();
        fetchSize = rows;
    }

    public int getFetchDirection() throws SQLException {
        check();
        return fetchDirection;
    }

    public void setFetchDirection(int direction) throws SQLException {
        check();
        fetchDirection = direction;
    }

    public void setEscapeProcessing(boolean on) throws SQLException {
        check();
    }

    public void setCursorName(String name) throws SQLException {
        check();
    }

    public boolean isPoolable() {
        return poolable;
    }

    public void setPoolable(boolean on) {
        poolable = on;
    }

    public void closeOnCompletion() {
        closeOnCompletion = true;
    }

    public boolean isCloseOnCompletion() {
        return closeOnCompletion;
    }

    public boolean isClosed() {
        return closed;
    }

    final void closed() {
        closed = true;
    }

    private void check() throws SQLException {
        if (closed) {
            throw new SQLException("This statement has been closed.", "55000");
        }
    }
}
