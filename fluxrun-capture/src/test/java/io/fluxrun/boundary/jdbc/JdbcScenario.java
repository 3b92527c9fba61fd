package io.fluxrun.boundary.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;

/** Things applications do with a database. */
enum JdbcScenario {
    EVERY_TYPE_BY_EVERY_ACCESSOR {
        @Override
        void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception {
            for (String value : dialect.values()) {
                for (String accessor : ACCESSORS) {
                    try (var statement = connection.createStatement();
                            var rows = statement.executeQuery("select " + value + " as v")) {
                        rows.next();
                        transcript.tried(value + " by " + accessor, () -> read(rows, accessor));
                        transcript.tried("was null", rows::wasNull);
                    }
                }
            }
        }
    },
    SEVERAL_READS_OF_ONE_CELL {
        @Override
        void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception {
            fill(connection);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select id, name, price from item order by id")) {
                var metadata = rows.getMetaData();
                for (int i = 1; i <= metadata.getColumnCount(); i++) {
                    transcript.add(
                            "column",
                            metadata.getColumnLabel(i) + " " + metadata.getColumnName(i) + " "
                                    + metadata.getColumnTypeName(i) + " " + metadata.getColumnType(i) + " "
                                    + metadata.getColumnClassName(i) + " " + metadata.getPrecision(i) + " "
                                    + metadata.getScale(i) + " " + metadata.isNullable(i) + " "
                                    + metadata.getTableName(i));
                }
                transcript.rows(rows, row -> {
                    transcript.add("long", row.getLong("ID"));
                    transcript.add("string", row.getString(1));
                    transcript.add("object", row.getObject("id"));
                    transcript.add("name", row.getString("name"));
                    transcript.add("found", row.findColumn("price"));
                    transcript.tried("no such column", () -> row.getString("nowhere"));
                });
            }
        }
    },
    PARAMETERS_OF_EVERY_TYPE {
        @Override
        void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception {
            try (var statement =
                    connection.prepareStatement("insert into item (id, name, price, made, made_on, made_at, code,"
                            + " flag, data, ratio) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                statement.setLong(1, 1);
                statement.setString(2, "it's");
                statement.setBigDecimal(3, new BigDecimal("10.50"));
                statement.setTimestamp(4, Timestamp.valueOf("2026-11-21 08:30:00.123456"));
                statement.setObject(5, LocalDate.of(2026, 11, 21));
                statement.setObject(6, LocalTime.of(8, 30));
                statement.setObject(7, UUID.fromString("1b4e28ba-2fa1-11d2-883f-0016d3cca427"));
                statement.setBoolean(8, true);
                statement.setBytes(9, new byte[] {1, -1, 0});
                statement.setDouble(10, 0.1);
                transcript.add("inserted", statement.executeUpdate());
                statement.clearParameters();
                statement.setObject(1, 2L);
                statement.setNull(2, Types.VARCHAR);
                statement.setObject(3, null);
                statement.setObject(4, LocalDateTime.of(2026, 11, 21, 8, 30), Types.TIMESTAMP);
                statement.setDate(5, Date.valueOf("2026-11-22"));
                statement.setNull(6, Types.TIME);
                statement.setNull(7, Types.OTHER);
                statement.setNull(8, Types.BOOLEAN);
                statement.setNull(9, Types.BINARY);
                statement.setNull(10, Types.DOUBLE);
                transcript.add("inserted", statement.executeUpdate());
            }
            try (var statement = connection.prepareStatement("select * from item where id = ?")) {
                for (int id = 1; id <= 3; id++) {
                    statement.setInt(1, id);
                    try (var rows = statement.executeQuery()) {
                        transcript.rows(rows, row -> {
                            for (int column = 1; column <= 10; column++) {
                                transcript.add("cell", row.getObject(column));
                                transcript.add("null", row.wasNull());
                            }
                        });
                    }
                }
            }
        }
    },
    UPDATES_BATCHES_AND_KEYS {
        @Override
        void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception {
            fill(connection);
            try (var statement = connection.createStatement()) {
                transcript.add("updated", statement.executeUpdate("update item set price = price + 1"));
                transcript.add("large", statement.executeLargeUpdate("update item set price = 2 where id = 1"));
                transcript.add("is rows", statement.execute("delete from item where id = 99"));
                transcript.add("count", statement.getUpdateCount());
                transcript.add("more", statement.getMoreResults());
                transcript.add("end", statement.getUpdateCount());
                transcript.add("is rows", statement.execute("select count(*) from item"));
                try (var rows = statement.getResultSet()) {
                    transcript.rows(rows, row -> transcript.add("count", row.getInt(1)));
                }
                transcript.add("more", statement.getMoreResults());
                transcript.add("end", statement.getUpdateCount());
                statement.addBatch("insert into item (id, name) values (10, 'a')");
                statement.addBatch("update item set name = 'b' where id > 1");
                transcript.add("batch", statement.executeBatch());
            }
            try (var statement = connection.prepareStatement("insert into item (id, name) values (?, ?)")) {
                for (int id = 20; id < 23; id++) {
                    statement.setInt(1, id);
                    statement.setString(2, "n" + id);
                    statement.addBatch();
                }
                transcript.add("batch", statement.executeBatch());
                transcript.add("empty batch", statement.executeBatch());
            }
            try (var statement = connection.prepareStatement(
                    "insert into keyed (name) values (?)", Statement.RETURN_GENERATED_KEYS)) {
                keys(statement, "flag", transcript);
            }
            try (var statement =
                    connection.prepareStatement("insert into keyed (name) values (?)", new String[] {"id"})) {
                keys(statement, "names", transcript);
            }
        }
    },
    FAILURES {
        @Override
        void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception {
            fill(connection);
            try (var statement = connection.createStatement()) {
                transcript.tried("unique", () -> statement.executeUpdate("insert into item (id) values (1)"));
                transcript.tried("syntax", () -> statement.executeQuery("selec 1"));
                transcript.tried("no table", () -> statement.executeQuery("select * from nowhere"));
                transcript.tried(
                        "division",
                        () -> statement
                                .executeQuery("select 1 / (id - 1) from item")
                                .next());
                transcript.tried("not a query", () -> statement.executeQuery("delete from item where id = 77"));
            }
            try (var statement = connection.prepareStatement("insert into item (id, name) values (?, ?)")) {
                for (int id = 3; id >= 0; id--) {
                    statement.setInt(1, id + 100 * (id & 1));
                    statement.setString(2, "x");
                    statement.addBatch();
                }
                transcript.tried("batch", statement::executeBatch);
            }
        }
    },
    TRANSACTIONS {
        @Override
        void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception {
            fill(connection);
            transcript.add("auto-commit", connection.getAutoCommit());
            connection.setAutoCommit(false);
            update(connection, "update item set name = 'gone' where id = 1");
            connection.rollback();
            names(connection, transcript);
            update(connection, "update item set name = 'kept' where id = 1");
            var savepoint = connection.setSavepoint("before");
            transcript.add("savepoint", savepoint.getSavepointName());
            update(connection, "update item set name = 'undone' where id = 2");
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
            names(connection, transcript);
            connection.commit();
            connection.commit();
            transcript.tried("unique", () -> update(connection, "insert into item (id) values (1)"));
            transcript.tried("after a failure", () -> {
                names(connection, transcript);
                return null;
            });
            connection.rollback();
            update(connection, "update item set name = 'by auto-commit' where id = 2");
            connection.setAutoCommit(true);
            names(connection, transcript);
        }
    },
    CATALOGUE {
        @Override
        void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception {
            var metadata = connection.getMetaData();
            transcript.add("product", metadata.getDatabaseProductName() + " " + metadata.getDatabaseMajorVersion());
            transcript.add("driver", metadata.getDriverName() + " " + metadata.getDriverVersion());
            transcript.add("keywords", metadata.getSQLKeywords());
            transcript.add("batches", metadata.supportsBatchUpdates());
            transcript.add("scroll", metadata.supportsResultSetType(ResultSet.TYPE_SCROLL_INSENSITIVE));
            transcript.add(
                    "isolation",
                    metadata.getDefaultTransactionIsolation() + " "
                            + connection.getTransactionIsolation() + " " + connection.isReadOnly() + " "
                            + connection.getSchema());
            transcript.add("same", metadata.getConnection() == connection);
            try (var rows = metadata.getColumns(null, null, dialect.name("item"), null)) {
                transcript.rows(rows, row -> {
                    transcript.add("column", row.getString("COLUMN_NAME"));
                    transcript.add("type", row.getInt("DATA_TYPE"));
                });
            }
            try (var rows = metadata.getTables(null, null, dialect.name("item"), new String[] {"TABLE"})) {
                transcript.rows(rows, row -> transcript.add("table", row.getString("TABLE_NAME")));
            }
        }
    },
    DESCRIBING {
        @Override
        void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception {
            try (var statement = connection.prepareStatement("select id, name from item where id = ? and name = ?")) {
                var parameters = statement.getParameterMetaData();
                for (int i = 1; i <= parameters.getParameterCount(); i++) {
                    transcript.add("type", parameters.getParameterType(i) + " " + parameters.getParameterTypeName(i));
                    transcript.add("class", parameters.getParameterClassName(i));
                }
                var columns = statement.getMetaData();
                transcript.add("columns", columns.getColumnCount());
                transcript.add("label", columns.getColumnLabel(2));
                transcript.add("nullable", columns.isNullable(1));
            }
            try (var statement = connection.prepareStatement("delete from item")) {
                transcript.add("none", statement.getMetaData());
            }
        }
    },
    SCROLLING {
        @Override
        void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception {
            fill(connection);
            try (var statement =
                            connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                    var rows = statement.executeQuery("select id from item order by id")) {
                transcript.add("type", rows.getType());
                transcript.rows(rows, row -> transcript.add("id", row.getLong(1)));
                transcript.add("back", rows.previous());
                transcript.add("id", rows.getLong(1));
                transcript.add("first", rows.first());
                transcript.add("id", rows.getLong(1));
                transcript.add("absolute", rows.absolute(2));
                transcript.add("id", rows.getLong(1) + " " + rows.getRow());
            }
        }
    },
    SPECIAL {
        @Override
        void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception {
            dialect.special(connection, transcript);
        }
    };

    static final List<String> ACCESSORS = List.of(
            "getString",
            "getInt",
            "getLong",
            "getShort",
            "getByte",
            "getBoolean",
            "getDouble",
            "getFloat",
            "getBigDecimal",
            "getBytes",
            "getDate",
            "getTime",
            "getTimestamp",
            "getObject",
            "timestamp in Tokyo",
            "Long",
            "Integer",
            "String",
            "BigDecimal",
            "UUID",
            "LocalDate",
            "LocalTime",
            "LocalDateTime",
            "OffsetDateTime",
            "Boolean");

    abstract void play(Connection connection, JdbcContract.Dialect dialect, JdbcTranscript transcript) throws Exception;

    static Object read(ResultSet rows, String accessor) throws SQLException {
        return switch (accessor) {
            case "getString" -> rows.getString(1);
            case "getInt" -> rows.getInt(1);
            case "getLong" -> rows.getLong(1);
            case "getShort" -> rows.getShort(1);
            case "getByte" -> rows.getByte(1);
            case "getBoolean" -> rows.getBoolean(1);
            case "getDouble" -> rows.getDouble(1);
            case "getFloat" -> rows.getFloat(1);
            case "getBigDecimal" -> rows.getBigDecimal(1);
            case "getBytes" -> rows.getBytes(1);
            case "getDate" -> rows.getDate(1);
            case "getTime" -> rows.getTime(1);
            case "getTimestamp" -> rows.getTimestamp(1);
            case "getObject" -> rows.getObject(1);
            case "timestamp in Tokyo" ->
                rows.getTimestamp("v", Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo")));
            default ->
                rows.getObject(
                        "v",
                        TYPES.stream()
                                .filter(type -> type.getSimpleName().equals(accessor))
                                .findFirst()
                                .orElseThrow());
        };
    }

    private static final List<Class<?>> TYPES = List.of(
            Long.class,
            Integer.class,
            String.class,
            BigDecimal.class,
            UUID.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            Boolean.class);

    private static void fill(Connection connection) throws SQLException {
        update(connection, "insert into item (id, name, price) values (1, 'first', 1.50), (2, null, null)");
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    private static void names(Connection connection, JdbcTranscript transcript) throws Exception {
        try (var statement = connection.prepareStatement("select name from item order by id");
                var rows = statement.executeQuery()) {
            transcript.rows(rows, row -> transcript.add("name", row.getString("name")));
        }
    }

    private static void keys(PreparedStatement statement, String name, JdbcTranscript transcript) throws Exception {
        statement.setString(1, name);
        transcript.add("inserted", statement.executeUpdate());
        try (var keys = statement.getGeneratedKeys()) {
            transcript.rows(keys, row -> transcript.add("key", row.getLong(1)));
        }
    }
}
