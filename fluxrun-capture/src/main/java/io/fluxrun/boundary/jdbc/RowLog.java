package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import io.fluxrun.scope.Recording;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result set as far as the application reads them, and how it reads them. Grows while it reads; may be
 * encoded at any time by another thread.
 */
final class RowLog {
    final Recording recording;
    private final Columns columns;
    private final Reference<ResultSet> source;
    private final List<@Nullable Cell @Nullable []> rows = new ArrayList<>();
    private final Map<String, Value> failures = new LinkedHashMap<>();
    private final Map<String, Value> metadata = new LinkedHashMap<>();
    private int current;
    private int pending;
    private boolean end;
    private boolean truncated;

    /** @param source {@code null} when there are no rows to read */
    RowLog(Recording recording, Columns columns, @Nullable ResultSet source) {
        this.recording = recording;
        this.columns = columns;
        this.source = new WeakReference<>(source);
    }

    Columns columns() {
        return columns;
    }

    /** The cursor is on a row, from 1; 0: on none. */
    synchronized void moved(int row) {
        current = row;
        if (row > 0 && !truncated) {
            while (rows.size() < row) {
                rows.add(null);
            }
            if (rows.get(row - 1) == null) {
                rows.set(row - 1, new Cell[columns.size()]);
            }
        }
    }

    synchronized int current() {
        return current;
    }

    /** The cursor has met the end, so there are no more rows than those seen. */
    synchronized void ended() {
        current = 0;
        end = true;
    }

    /** Moving to or closing after the current row failed. */
    synchronized void failed(String operation, Throwable failure) {
        failures.putIfAbsent(operation, Failures.describe(failure));
    }

    /** Something was asked of the metadata that is not in {@link Columns}. */
    synchronized void metadata(String call, Value answer) {
        metadata.putIfAbsent(call, answer);
    }

    synchronized void cell(int column, String accessor, @Nullable Object held, Value failure) {
        var row = row();
        if (row == null || column < 1 || column > row.length) {
            return;
        }
        for (Cell cell = row[column - 1]; cell != null; cell = cell.earlier()) {
            if (cell.accessor().equals(accessor)) {
                return;
            }
        }
        var cell = new Cell(accessor, held, failure, row[column - 1]);
        row[column - 1] = cell;
        pending += cell.size();
    }

    /**
     * The application leaves the current row: takes the columns that it left alone, and asks for the room the row takes.
     * Called on the application's thread, before the driver moves on.
     */
    void leave() {
        var rows = source.get();
        for (int column = 1; rows != null && column <= columns.size(); column++) {
            if (unread(column)) {
                try {
                    cell(column, Cell.UNREAD, TypedValues.hold(rows.getObject(column)), Value.NULL);
                } catch (SQLException | RuntimeException e) {
                    // The result set is closed already, or the driver cannot: the column stays unknown.
                    break;
                }
            }
        }
        reserve();
    }

    private synchronized boolean unread(int column) {
        var row = row();
        var type = columns.get(column).javaType();
        return row != null && row[column - 1] == null && type != null && type != JavaType.BYTES;
    }

    private synchronized void reserve() {
        if (pending > 0 && !truncated && !recording.reserve(pending)) {
            truncated = true;
        }
        pending = 0;
    }

    /** Puts columns, rows and how they ended. */
    synchronized void put(Value.FieldsBuilder fields) {
        var usual = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            usual.add(usual(i));
        }
        fields.put("columns", RowFormat.columns(columns, usual));
        var encoded = new ArrayList<Value>();
        for (var row : rows) {
            encoded.add(row == null ? Value.NULL : RowFormat.row(columns, row, usual));
        }
        fields.put("rows", Value.list(encoded));
        if (end) {
            fields.put("end", Value.of(true));
        }
        if (truncated) {
            fields.put("truncated", Value.of(true));
        }
        if (!failures.isEmpty()) {
            fields.put("failures", new Value.Fields(failures));
        }
        if (!metadata.isEmpty()) {
            fields.put("metadata", new Value.Fields(metadata));
        }
    }

    private @Nullable Cell @Nullable [] row() {
        return current < 1 || current > rows.size() ? null : rows.get(current - 1);
    }

    private String usual(int column) {
        for (var row : rows) {
            var cell = row == null ? null : row[column];
            if (cell != null) {
                return cell.accessor();
            }
        }
        return Cell.UNREAD;
    }
}
