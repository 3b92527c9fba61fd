package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes described exceptions again: of the recorded class when it can be made to say exactly what it said, else of its
 * nearest superclass in the JDK. Never of a more specific class than the recorded one.
 */
final class Rebuild {
    private Rebuild() {}

    static Throwable failure(Value described, @Nullable ClassLoader loader) {
        var next = part(described.get("next"), loader) instanceof SQLException sql ? sql : null;
        var cause = described.get("causedByNext").flag() ? next : part(described.get("cause"), loader);
        Throwable failure = create(described, next, cause, loader);
        if (failure instanceof SQLException sql && next != null && sql.getNextException() == null) {
            sql.setNextException(next);
        }
        if (cause != null && failure.getCause() == null) {
            try {
                failure.initCause(cause);
            } catch (IllegalStateException fixed) {
                // Its constructor says it has none: the cause is at least kept.
                failure.addSuppressed(cause);
            }
        }
        return failure;
    }

    private static @Nullable Throwable part(Value described, @Nullable ClassLoader loader) {
        return described.isNull() ? null : failure(described, loader);
    }

    private static Throwable create(
            Value described, @Nullable SQLException next, @Nullable Throwable cause, @Nullable ClassLoader loader) {
        for (String field : new String[] {"type", "nearest"}) {
            var type = load(described.get(field).requireText(), loader);
            var failure = type == null ? null : instance(type, described, next, cause);
            if (failure != null && same(failure, described)) {
                return failure;
            }
        }
        String message = described.get("message").text();
        return described.get("sqlState").isNull() && described.get("vendorCode").isNull()
                ? new IllegalStateException(described.get("type").requireText() + ": " + message)
                : new SQLException(message, described.get("sqlState").text(), code(described));
    }

    private static @Nullable Class<?> load(String name, @Nullable ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            return Throwable.class.isAssignableFrom(type) ? type : null;
        } catch (ClassNotFoundException | LinkageError e) {
            // The nearest class of the JDK stands in.
            return null;
        }
    }

    private static @Nullable Throwable instance(
            Class<?> type, Value described, @Nullable SQLException next, @Nullable Throwable cause) {
        String message = described.get("message").text();
        if (type == BatchUpdateException.class) {
            return batch(described);
        }
        try {
            var vendor = VendorFailures.create(type, described, next, cause);
            if (vendor != null) {
                return vendor;
            }
            if (SQLException.class.isAssignableFrom(type)) {
                return (Throwable) type.getConstructor(String.class, String.class, int.class)
                        .newInstance(message, described.get("sqlState").text(), code(described));
            }
            return (Throwable)
                    (message == null
                            ? type.getConstructor().newInstance()
                            : type.getConstructor(String.class).newInstance(message));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // No such constructor: the nearest class of the JDK stands in.
            return null;
        }
    }

    private static Throwable batch(Value described) {
        String message = described.get("message").text();
        String state = described.get("sqlState").text();
        long[] counts = Failures.counts(described.get("updateCounts"));
        return Arrays.stream(counts).allMatch(count -> count == (int) count)
                ? new BatchUpdateException(
                        message,
                        state,
                        code(described),
                        Arrays.stream(counts).mapToInt(count -> (int) count).toArray())
                : new BatchUpdateException(message, state, code(described), counts, null);
    }

    private static boolean same(Throwable failure, Value described) {
        return Objects.equals(failure.getMessage(), described.get("message").text())
                && (!(failure instanceof SQLException sql)
                        || (Objects.equals(
                                        sql.getSQLState(),
                                        described.get("sqlState").text())
                                && sql.getErrorCode() == code(described)));
    }

    private static int code(Value described) {
        return described.get("vendorCode").isNull()
                ? 0
                : (int) described.get("vendorCode").asLong();
    }
}
