package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The rows that were read in the recorded run; more than those nobody knows. */
final class VirtualResultSet extends Virtual {
    private final @Nullable VirtualStatement statement;
    private final RecordedRows rows;
    private int position;
    private int fetchSize;
    private boolean wasNull;
    private boolean closed;

    /** @param statement {@code null} for rows of the database's catalogue */
    VirtualResultSet(
            @Nullable VirtualStatement statement, String operation, Value recorded, @Nullable ClassLoader loader) {
        super(ResultSet.class);
        this.statement = statement;
        this.rows = new RecordedRows(operation, recorded, loader);
    }

    @Override
    @Nullable
    Object otherwise(Method method, @Nullable Object[] arguments) throws Throwable {
        if (method.getName().startsWith("get") && arguments.length > 0) {
            int column = arguments[0] instanceof Integer number ? number : findColumn((String) arguments[0]);
            var read = rows.read(position, column, Accessors.name(method.getName(), arguments));
            wasNull = read == RecordedRows.NULL;
            return wasNull ? Accessors.ofNull(method.getName()) : read;
        }
        return super.otherwise(method, arguments);
    }

    public boolean next() throws SQLException {
        boolean more = rows.exists(position + 1);
        position = more ? position + 1 : rows.size() + 1;
        return more;
    }

    public boolean wasNull() {
        return wasNull;
    }

    public int findColumn(String label) throws SQLException {
        return rows.column(label);
    }

    public ResultSetMetaData getMetaData() {
        return new VirtualResultSetMetaData(rows).proxy(ResultSetMetaData.class);
    }

    public @Nullable Statement getStatement() {
        return statement == null ? null : statement.proxy(Statement.class);
    }

    public int getRow() {
        return position > rows.size() ? 0 : position;
    }

    public boolean isBeforeFirst() throws SQLException {
        return position == 0 && rows.exists(1);
    }

    public boolean isFirst() {
        return position == 1 && rows.size() > 0;
    }

    public boolean isAfterLast() {
        return position > rows.size() && rows.size() > 0;
    }

    public boolean isLast() throws SQLException {
        return position > 0 && position <= rows.size() && !rows.exists(position + 1);
    }

    public boolean previous() throws SQLException {
        return absolute(position - 1);
    }

    public boolean first() throws SQLException {
        return absolute(1);
    }

    public boolean last() throws SQLException {
        return absolute(rows.requireAll());
    }

    public boolean relative(int by) throws SQLException {
        return absolute(Math.max(0, position + by));
    }

    public boolean absolute(int row) throws SQLException {
        int wanted = row < 0 ? Math.max(0, rows.requireAll() + 1 + row) : row;
        boolean on = wanted > 0 && rows.exists(wanted);
        position = on ? wanted : wanted == 0 ? 0 : rows.size() + 1;
        return on;
    }

    public void beforeFirst() {
        position = 0;
    }

    public void afterLast() {
        position = rows.requireAll() + 1;
    }

    public int getType() throws SQLException {
        return statement == null ? TYPE : statement.getResultSetType();
    }

    private static final int TYPE = ResultSet.TYPE_FORWARD_ONLY;

    public int getConcurrency() throws SQLException {
        return statement == null ? ResultSet.CONCUR_READ_ONLY : statement.getResultSetConcurrency();
    }

    public int getHoldability() {
        return ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    public int getFetchDirection() {
        return ResultSet.FETCH_FORWARD;
    }

    public void setFetchDirection(int direction) {
        // The rows are at hand in any direction.
    }

    public int getFetchSize() {
        return fetchSize;
    }

    public void setFetchSize(int size) {
        fetchSize = size;
    }

    public @Nullable SQLWarning getWarnings() {
        return null;
    }

    public void clearWarnings() {
        // None are kept.
    }

    public boolean isClosed() {
        return closed;
    }

    public void close() {
        if (!closed) {
            closed = true;
            if (statement != null) {
                statement.rowsClosed();
            }
        }
    }

    void closeQuietly() {
        closed = true;
    }
}
