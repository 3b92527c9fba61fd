package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's and H2's exceptions hold beyond JDBC, and how those classes are made again. */
final class VendorFailures {
    private static final String PSQL = "org.postgresql.util.PSQLException";
    private static final String H2 = "org.h2.jdbc.";
    private static final String H2_BATCH = "org.h2.jdbc.JdbcBatchUpdateException";
    private static final String SERVER = "org.postgresql.util.ServerErrorMessage";
    private static final String STATE = "org.postgresql.util.PSQLState";

    /** Fields of PostgreSQL's error response by the server's letter, in the protocol's order. */
    private static final List<Map.Entry<Character, String>> SERVER_FIELDS = List.of(
            Map.entry('S', "Severity"),
            Map.entry('C', "SQLState"),
            Map.entry('M', "Message"),
            Map.entry('D', "Detail"),
            Map.entry('H', "Hint"),
            Map.entry('P', "Position"),
            Map.entry('p', "InternalPosition"),
            Map.entry('q', "InternalQuery"),
            Map.entry('W', "Where"),
            Map.entry('s', "Schema"),
            Map.entry('t', "Table"),
            Map.entry('c', "Column"),
            Map.entry('d', "Datatype"),
            Map.entry('n', "Constraint"),
            Map.entry('F', "File"),
            Map.entry('L', "Line"),
            Map.entry('R', "Routine"));

    private VendorFailures() {}

    /** Returns the extra parts of a known vendor's exception, {@link Value#NULL} for any other. */
    static Value describe(Throwable failure) {
        try {
            if (failure.getClass().getName().equals(PSQL)) {
                return server(call(failure, "getServerErrorMessage"));
            }
            if (failure.getClass().getName().startsWith(H2)) {
                return Value.fields()
                        .put("original", (String) call(failure, "getOriginalMessage"))
                        .put("sql", (String) call(failure, "getSQL"))
                        .build();
            }
        } catch (ReflectiveOperationException e) {
            // A version of the driver without these accessors: its class, message and state are kept.
            return Value.NULL;
        }
        return Value.NULL;
    }

    /** Returns a new exception of a known vendor's class, {@code null} for any other. */
    static @Nullable Throwable create(
            Class<?> type, Value described, @Nullable SQLException next, @Nullable Throwable cause)
            throws ReflectiveOperationException {
        var vendor = described.get("vendor");
        if (type.getName().equals(PSQL)) {
            var full = vendor.isNull() ? null : psqlFromServer(type, vendor);
            // A mask may have changed what the message is made of; class and message come first.
            return full != null
                            && Objects.equals(
                                    full.getMessage(), described.get("message").text())
                    ? full
                    : psql(type, described);
        }
        if (type.getName().equals(H2_BATCH) && next != null) {
            // Package-private, but in no named module.
            var constructor = type.getDeclaredConstructor(SQLException.class, long[].class);
            constructor.setAccessible(true);
            return (Throwable) constructor.newInstance(next, Failures.counts(described.get("updateCounts")));
        }
        return type.getName().startsWith(H2) && !vendor.isNull() ? h2(type, described, cause) : null;
    }

    private static Throwable h2(Class<?> type, Value described, @Nullable Throwable cause)
            throws ReflectiveOperationException {
        var vendor = described.get("vendor");
        return (Throwable)
                type.getConstructor(String.class, String.class, String.class, int.class, Throwable.class, String.class)
                        .newInstance(
                                vendor.get("original").text(),
                                vendor.get("sql").text(),
                                described.get("sqlState").text(),
                                (int) described.get("vendorCode").asLong(),
                                cause,
                                null);
    }

    private static Value server(@Nullable Object message) throws ReflectiveOperationException {
        if (message == null) {
            return Value.NULL;
        }
        var fields = Value.fields();
        for (var field : SERVER_FIELDS) {
            Object part = call(message, "get" + field.getValue());
            if (part != null && !part.equals(0)) {
                fields.put(field.getValue().toLowerCase(Locale.ROOT), part.toString());
            }
        }
        return fields.build();
    }

    private static Throwable psqlFromServer(Class<?> type, Value vendor) throws ReflectiveOperationException {
        var wire = new StringBuilder();
        for (var field : SERVER_FIELDS) {
            String part = vendor.get(field.getValue().toLowerCase(Locale.ROOT)).text();
            if (part != null) {
                wire.append(field.getKey()).append(part).append('\0');
            }
        }
        Class<?> server = Class.forName(SERVER, true, type.getClassLoader());
        Object message = server.getConstructor(String.class).newInstance(wire.toString());
        return (Throwable) type.getConstructor(server).newInstance(message);
    }

    private static @Nullable Throwable psql(Class<?> type, Value described) throws ReflectiveOperationException {
        Class<?> states = Class.forName(STATE, true, type.getClassLoader());
        for (Object state : states.getEnumConstants()) {
            if (String.valueOf(call(state, "getState"))
                    .equals(described.get("sqlState").text())) {
                return (Throwable) type.getConstructor(String.class, states)
                        .newInstance(described.get("message").text(), state);
            }
        }
        return null;
    }

    private static @Nullable Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
