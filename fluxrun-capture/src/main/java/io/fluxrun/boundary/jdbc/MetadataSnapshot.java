package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import io.fluxrun.scope.Recording;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a driver says about itself and its database, and a new connection's settings: asked once per database and
 * process, every getter without arguments at once, so that a replay can boot what was not booted while recording.
 */
final class MetadataSnapshot {
    static final String CONNECTION = "connection";
    static final String DATABASE = "database";

    private static final ConcurrentHashMap<String, Value> TAKEN = new ConcurrentHashMap<>();

    private static final List<Method> GETTERS = Arrays.stream(DatabaseMetaData.class.getMethods())
            .filter(method -> method.getParameterCount() == 0 && plain(method.getReturnType()))
            .sorted(Comparator.comparing(Method::getName))
            .toList();

    private static final int[] ISOLATIONS = {0, 1, 2, 4, 8};
    private static final int[] TYPES = {
        ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.TYPE_SCROLL_SENSITIVE
    };
    private static final int[] HOLDABILITIES = {ResultSet.HOLD_CURSORS_OVER_COMMIT, ResultSet.CLOSE_CURSORS_AT_COMMIT};

    private MetadataSnapshot() {}

    /** Hands the snapshot to a recording, taking it now if this database has none. The lane is suspended. */
    static void record(Recording recording, Connection connection) {
        try {
            var metadata = connection.getMetaData();
            String url = metadata.getURL();
            var taken = TAKEN.computeIfAbsent(url, key -> take(connection, metadata));
            recording.metadata(key(url), () -> taken);
        } catch (SQLException e) {
            recording.partial("jdbc: the driver's metadata could not be read: " + e);
        }
    }

    /** Returns the metadata key of a JDBC URL: {@code jdbc:postgresql}. */
    static String key(String url) {
        int end = url.indexOf(':', url.indexOf(':') + 1);
        return end < 0 ? url : url.substring(0, end);
    }

    /** Returns a part of the snapshot that the replay of this thread has, {@link Value#NULL} if it has none. */
    static Value recorded(String url, String part) {
        var metadata = Lanes.metadata(key(url));
        return metadata == null ? Value.NULL : metadata.get(part);
    }

    private static Value take(Connection connection, DatabaseMetaData metadata) {
        var database = Value.fields();
        for (var getter : GETTERS) {
            put(database, getter.getName(), () -> getter.invoke(metadata));
        }
        for (int type : TYPES) {
            put(database, "supportsResultSetType " + type, () -> metadata.supportsResultSetType(type));
        }
        for (int isolation : ISOLATIONS) {
            String name = "supportsTransactionIsolationLevel " + isolation;
            put(database, name, () -> metadata.supportsTransactionIsolationLevel(isolation));
        }
        for (int holdability : HOLDABILITIES) {
            String name = "supportsResultSetHoldability " + holdability;
            put(database, name, () -> metadata.supportsResultSetHoldability(holdability));
        }
        var defaults = Value.fields();
        put(defaults, "autoCommit", connection::getAutoCommit);
        put(defaults, "readOnly", connection::isReadOnly);
        put(defaults, "transactionIsolation", connection::getTransactionIsolation);
        put(defaults, "holdability", connection::getHoldability);
        put(defaults, "networkTimeout", connection::getNetworkTimeout);
        put(defaults, "catalog", connection::getCatalog);
        put(defaults, "schema", connection::getSchema);
        return Value.fields()
                .put(CONNECTION, defaults.build())
                .put(DATABASE, database.build())
                .build();
    }

    private static void put(Value.FieldsBuilder fields, String name, Getter getter) {
        try {
            Object answer = getter.get();
            if (answer instanceof Boolean flag) {
                fields.put(name, Value.of(flag.booleanValue()));
            } else if (answer instanceof Number number) {
                fields.put(name, number.longValue());
            } else {
                fields.put(name, answer == null ? null : answer.toString());
            }
        } catch (SQLException
                | IllegalAccessException
                | InvocationTargetException
                | RuntimeException
                | LinkageError e) {
            // The driver does not know: a replay that asks for it says that it was not recorded.
            fields.put("unknown " + name, String.valueOf(e));
        }
    }

    private static boolean plain(Class<?> type) {
        return type.isPrimitive() || type == String.class || type == RowIdLifetime.class;
    }

    private interface Getter {
        Object get() throws SQLException, IllegalAccessException, InvocationTargetException;
    }
}
