package io.fluxrun.boundary.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a result set with what every driver knows of them without asking the database. Immutable. */
final class Columns {
    /** Statements whose columns are remembered. */
    private static final int LIMIT = 1024;

    private static final ConcurrentHashMap<String, Columns> KNOWN = new ConcurrentHashMap<>();

    private final List<Column> columns;
    private final Map<String, Integer> numbers = new HashMap<>();

    Columns(List<Column> columns) {
        this.columns = List.copyOf(columns);
        index(Column::label);
        index(Column::name);
    }

    /** @param source what the rows answer: the same source has the same columns unless the schema changes */
    static Columns of(ResultSet rows, String source) throws SQLException {
        var metadata = rows.getMetaData();
        var known = KNOWN.get(source);
        if (known != null && known.describes(metadata)) {
            return known;
        }
        var columns = of(metadata);
        if (KNOWN.size() < LIMIT) {
            KNOWN.put(source, columns);
        }
        return columns;
    }

    static Columns of(ResultSetMetaData metadata) throws SQLException {
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

    private boolean describes(ResultSetMetaData metadata) throws SQLException {
        if (metadata.getColumnCount() != columns.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (metadata.getColumnType(i + 1) != column.type()
                    || !metadata.getColumnLabel(i + 1).equals(column.label())) {
                return false;
            }
        }
        return true;
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
            @Nullable JavaType javaType,
            int precision,
            int scale) {
        Column(
                String label,
                String name,
                int type,
                @Nullable String typeName,
                @Nullable String className,
                int precision,
                int scale) {
            this(label, name, type, typeName, className, JavaType.ofClassName(className), precision, scale);
        }
    }
}
