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
        Throwable failure = create(described, loader);
        if (failure instanceof SQLException sql && !described.get("next").isNull()) {
            if (failure(described.get("next"), loader) instanceof SQLException next) {
                sql.setNextException(next);
                cause(failure, described.get("causedByNext").flag() ? next : null);
            }
        }
        if (!described.get("cause").isNull()) {
            cause(failure, failure(described.get("cause"), loader));
        }
        return failure;
    }

    private static void cause(Throwable failure, @Nullable Throwable cause) {
        if (cause != null && failure.getCause() == null) {
            try {
                failure.initCause(cause);
            } catch (IllegalStateException fixed) {
                failure.addSuppressed(cause);
            }
        }
    }

    private static Throwable create(Value described, @Nullable ClassLoader loader) {
        for (String name : new String[] {
            described.get("type").requireText(), described.get("nearest").requireText()
        }) {
            var type = load(name, loader);
            var failure = type == null ? null : instance(type, described);
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

    private static @Nullable Throwable instance(Class<?> type, Value described) {
        String message = described.get("message").text();
        if (type == BatchUpdateException.class) {
            return batch(described);
        }
        try {
            var vendor = VendorFailures.create(type, described);
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
        } catch (ReflectiveOperationException | LinkageError e) {
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
