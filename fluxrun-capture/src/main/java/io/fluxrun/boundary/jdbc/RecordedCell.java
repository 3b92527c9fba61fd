package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A cell of a fixture: the value by the accessor it was read by, or by another where that is plain to derive. */
final class RecordedCell {
    private final List<Value> reads;
    private final @Nullable JavaType columnType;
    private final Columns.Column column;
    private final @Nullable ClassLoader loader;

    /** @param usual the accessor that bare cells of the column were read by */
    RecordedCell(Value cell, String usual, Columns.Column column, @Nullable ClassLoader loader) {
        boolean bare = !(cell instanceof Value.Fields fields && fields.fields().containsKey(Cell.READS));
        this.reads = bare
                ? List.of(Value.fields()
                        .put(Cell.BY, usual)
                        .put(TypedValues.VALUE, cell)
                        .build())
                : cell.get(Cell.READS).items();
        this.column = column;
        this.columnType = column.javaType();
        this.loader = loader;
    }

    String accessors() {
        return reads.isEmpty()
                ? "nothing"
                : reads.stream().map(read -> read.get(Cell.BY).requireText()).collect(Collectors.joining(", "));
    }

    /** Returns the value, {@link RecordedRows#NULL}, or {@code null} when no read tells. */
    @Nullable
    Object read(String accessor) throws SQLException {
        for (var read : reads) {
            String by = read.get(Cell.BY).requireText();
            if (by.equals(accessor)) {
                if (!read.get(Cell.FAILED).isNull()) {
                    throw Answers.thrown(read.get(Cell.FAILED), loader);
                }
                return decode(read, by);
            }
        }
        return derive(accessor);
    }

    private @Nullable Object derive(String accessor) {
        var wanted = Accessors.type(accessor, columnType);
        for (var read : reads) {
            if (!read.get(Cell.FAILED).isNull()) {
                continue;
            }
            String by = read.get(Cell.BY).requireText();
            Object value = decode(read, by);
            if (value == RecordedRows.NULL) {
                return value;
            }
            Object derived = wanted == null ? null : Conversions.convert(value, wanted);
            if (derived != null) {
                boolean exact = derived == value && by.equals(Cell.UNREAD);
                if (!exact) {
                    Lanes.note("jdbc: column " + column.label() + " was read by " + accessor
                            + ", derived from what the recorded run read by " + by);
                }
                return derived;
            }
        }
        return null;
    }

    private Object decode(Value read, String by) {
        var value = read.get(TypedValues.VALUE);
        if (value.isNull()) {
            return RecordedRows.NULL;
        }
        var type = Accessors.type(by, columnType);
        boolean typed = value instanceof Value.Fields fields && fields.fields().containsKey(TypedValues.TYPE);
        if (!typed && type != null) {
            return type.decode(value);
        }
        Object decoded = TypedValues.decode(value, loader);
        return decoded == null ? RecordedRows.NULL : decoded;
    }
}
