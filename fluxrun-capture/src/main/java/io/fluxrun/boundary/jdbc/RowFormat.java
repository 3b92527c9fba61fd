package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns and rows in a fixture: what goes without saying is left out. */
final class RowFormat {
    private static final String READ = "read";

    private RowFormat() {}

    /** @param usual by column, the accessor that the bare cells of the column were read by */
    static Value columns(Columns columns, List<String> usual) {
        var values = new ArrayList<Value>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.list().get(i);
            var fields = Value.fields().put("label", column.label());
            if (!column.name().equals(column.label())) {
                fields.put("name", column.name());
            }
            fields.put("type", column.type());
            fields.put("typeName", column.typeName());
            fields.put("className", column.className());
            if (column.precision() != 0) {
                fields.put("precision", column.precision());
            }
            if (column.scale() != 0) {
                fields.put("scale", column.scale());
            }
            values.add(fields.put(READ, usual.get(i)).build());
        }
        return Value.list(values);
    }

    static Value row(Columns columns, @Nullable Cell[] row, List<String> usual) {
        var cells = new ArrayList<Value>();
        for (int i = 0; i < row.length; i++) {
            var cell = row[i];
            cells.add(
                    cell == null
                            ? Value.fields()
                                    .put(Cell.READS, Value.list(List.of()))
                                    .build()
                            : cell.value(usual.get(i), columns.list().get(i).javaType()));
        }
        return Value.list(cells);
    }

    static Columns columns(Value columns) {
        return new Columns(columns.items().stream().map(RowFormat::column).toList());
    }

    static String read(Value columns, int column) {
        return columns.items().get(column - 1).get(READ).requireText();
    }

    private static Columns.Column column(Value column) {
        String label = column.get("label").requireText();
        String name = column.get("name").text();
        return new Columns.Column(
                label,
                name == null ? label : name,
                (int) column.get("type").asLong(),
                column.get("typeName").text(),
                column.get("className").text(),
                number(column.get("precision")),
                number(column.get("scale")));
    }

    private static int number(Value value) {
        return value.isNull() ? 0 : (int) value.asLong();
    }
}
