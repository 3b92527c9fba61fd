package io.fluxrun.boundary.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a result set with what every driver knows of them without asking the database. Immutable. */
final class Columns {
    private final List<Column> columns;
    private final Map<String, Integer> numbers = new HashMap<>();

    Columns(List<Column> columns) {
        this.columns = List.copyOf(columns);
        index(Column::label);
        index(Column::name);
    }

    static Columns of(ResultSet rows) throws SQLException {
        ResultSetMetaData metadata = rows.getMetaData();
        var columns = new ArrayList<Column>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            columns.add(new Column(
                    metadata.getColumnLabel(i),
                    metadata.getColumnName(i),
                    metadata.getColumnType(i),
                    metadata.getColumnTypeName(i),
                    metadata.getColumnClassName(i),
                    metadata.getPrecision(i),
                    metadata.getScale(i)));
        }
        return new Columns(columns);
    }

    List<Column> list() {
        return columns;
    }

    int size() {
        return columns.size();
    }

    Column get(int number) {
        return columns.get(number - 1);
    }

    /** Returns the number of a column, labels before names, the first of equal ones; 0 when there is none. */
    int number(String label) {
        Integer number = numbers.get(label);
        return number != null ? number : numbers.getOrDefault(label.toLowerCase(Locale.ROOT), 0);
    }

    private void index(Function<Column, String> naming) {
        for (int i = 0; i < columns.size(); i++) {
            String name = naming.apply(columns.get(i));
            numbers.putIfAbsent(name, i + 1);
            numbers.putIfAbsent(name.toLowerCase(Locale.ROOT), i + 1);
        }
    }

    record Column(
            String label,
            String name,
            int type,
            @Nullable String typeName,
            @Nullable String className,
            int precision,
            int scale) {}
}
