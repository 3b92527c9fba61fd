package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.lang.reflect.Method;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What was recorded of the columns: what every driver knows of each, and what the recorded run asked beyond. */
final class VirtualResultSetMetaData extends Virtual {
    private final RecordedRows rows;

    VirtualResultSetMetaData(RecordedRows rows) {
        super(ResultSetMetaData.class);
        this.rows = rows;
    }

    @Override
    @Nullable
    Object otherwise(Method method, @Nullable Object[] arguments) throws Throwable {
        Value answer = arguments.length == 1 ? rows.metadata(method.getName() + " " + arguments[0]) : null;
        if (answer == null) {
            throw Lanes.unanswered("ResultSetMetaData." + method.getName() + " was not asked of " + rows.operation()
                    + " in the recorded run");
        }
        return TypedValues.decode(answer, rows.loader());
    }

    public int getColumnCount() {
        return rows.columns().size();
    }

    public String getColumnLabel(int column) throws SQLException {
        return column(column).label();
    }

    public String getColumnName(int column) throws SQLException {
        return column(column).name();
    }

    public int getColumnType(int column) throws SQLException {
        return column(column).type();
    }

    public @Nullable String getColumnTypeName(int column) throws SQLException {
        return column(column).typeName();
    }

    public @Nullable String getColumnClassName(int column) throws SQLException {
        return column(column).className();
    }

    public int getPrecision(int column) throws SQLException {
        return column(column).precision();
    }

    public int getScale(int column) throws SQLException {
        return column(column).scale();
    }

    private Columns.Column column(int number) throws SQLException {
        if (number < 1 || number > rows.columns().size()) {
            throw new SQLException("There is no column " + number + ".", "22023");
        }
        return rows.columns().get(number);
    }
}
