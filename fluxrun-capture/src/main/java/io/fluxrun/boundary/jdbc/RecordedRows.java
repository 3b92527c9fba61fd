package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of a recorded result set, with an error for each thing that was not observed. */
final class RecordedRows {
    /** Stands for SQL NULL. */
    static final Object NULL = new Object();

    private final String operation;
    private final Value recorded;
    private final List<Value> rows;
    private final Columns columns;
    private final @Nullable ClassLoader loader;

    RecordedRows(String operation, Value recorded, @Nullable ClassLoader loader) {
        this.operation = operation;
        this.recorded = recorded;
        this.rows = recorded.get("rows").items();
        this.columns = RowFormat.columns(recorded.get("columns"));
        this.loader = loader;
    }

    Columns columns() {
        return columns;
    }

    int size() {
        return rows.size();
    }

    /** Whether there is such a row. Fails as the driver did when the recorded run failed there. */
    boolean exists(int row) throws SQLException {
        if (row <= rows.size() && !rows.get(row - 1).isNull()) {
            return true;
        }
        failure("row " + row);
        if (row > rows.size() && recorded.get("end").flag()) {
            return false;
        }
        throw Lanes.unanswered("row " + row + " of " + operation + " was not read in the recorded run"
                + (recorded.get("truncated").flag() ? ": it is above the limit of what is kept" : ""));
    }

    /** Returns how many rows there are, if the recorded run met the end. */
    int requireAll() {
        if (!recorded.get("end").flag()) {
            throw Lanes.unanswered("the last row of " + operation + " was not reached in the recorded run");
        }
        return rows.size();
    }

    int column(String label) throws SQLException {
        int number = columns.number(label);
        if (number == 0) {
            failure("column " + label);
            throw Lanes.unanswered(operation + " answered with no column " + label + " in the recorded run");
        }
        return number;
    }

    /** Returns the cell's value, {@link #NULL} for SQL NULL; throws what reading it threw. */
    Object read(int row, int column, String accessor) throws SQLException {
        if (row < 1 || row > rows.size()) {
            throw new SQLException("The cursor is on no row: call next first.", "24000");
        }
        if (column < 1 || column > columns.size()) {
            failure("column " + column);
            throw new SQLException("There is no column " + column + ", only " + columns.size() + ".", "22023");
        }
        var cell = new RecordedCell(
                rows.get(row - 1).items().get(column - 1),
                RowFormat.read(recorded.get("columns"), column),
                columns.get(column),
                loader);
        var read = cell.read(accessor);
        if (read == null) {
            throw Lanes.unanswered("column " + columns.get(column).label() + " of " + operation + " was not read by "
                    + accessor + " in the recorded run, but by " + cell.accessors());
        }
        return Objects.requireNonNull(read);
    }

    /** Returns the recorded answer to a question about a column, {@code null} if it was not asked. */
    @Nullable
    Value metadata(String question) {
        var answer = recorded.get("metadata").get(question);
        return answer.isNull() ? null : answer;
    }

    String operation() {
        return operation;
    }

    @Nullable
    ClassLoader loader() {
        return loader;
    }

    private void failure(String at) throws SQLException {
        var failure = recorded.get("failures").get(at);
        if (!failure.isNull()) {
            throw Answers.thrown(failure, loader);
        }
    }
}
