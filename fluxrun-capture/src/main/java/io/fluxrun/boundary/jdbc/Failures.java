package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Exceptions as data: class, message, SQLState, vendor code, causes, next exceptions and what a vendor adds. */
final class Failures {
    private static final int DEPTH = 8;

    private Failures() {}

    static Thrown thrown(Throwable failure) {
        return Thrown.of(failure, details(failure, Value.fields(), 0));
    }

    static Value describe(Throwable failure) {
        return describe(failure, 0);
    }

    private static Value describe(Throwable failure, int depth) {
        var fields = Value.fields().put("type", failure.getClass().getName()).put("message", failure.getMessage());
        return details(failure, fields, depth);
    }

    private static Value details(Throwable failure, Value.FieldsBuilder fields, int depth) {
        fields.put("nearest", nearest(failure.getClass()).getName());
        if (failure instanceof SQLException sql) {
            fields.put("sqlState", sql.getSQLState()).put("vendorCode", sql.getErrorCode());
            if (failure instanceof BatchUpdateException batch) {
                fields.put("updateCounts", counts(batch.getLargeUpdateCounts()));
            }
            fields.putUnlessNull("vendor", VendorFailures.describe(sql));
            var next = sql.getNextException();
            if (next != null && depth < DEPTH) {
                fields.put("next", describe(next, depth + 1));
            }
            if (next != null && next == failure.getCause()) {
                return fields.put("causedByNext", Value.of(true)).build();
            }
        }
        var cause = failure.getCause();
        if (cause != null && cause != failure && depth < DEPTH) {
            fields.put("cause", describe(cause, depth + 1));
        }
        return fields.build();
    }

    /** Returns the description of a recorded or authored exception; an authored one may have no details. */
    static Value describe(Thrown thrown) {
        var fields = Value.fields().put("type", thrown.type()).put("message", thrown.message());
        if (thrown.details() instanceof Value.Fields details) {
            details.fields().forEach(fields::put);
        } else {
            fields.put("nearest", SQLException.class.getName());
        }
        return fields.build();
    }

    static Value counts(long @Nullable [] counts) {
        return counts == null
                ? Value.NULL
                : Value.list(java.util.Arrays.stream(counts).boxed().toList(), Value::of);
    }

    static long[] counts(Value counts) {
        return counts.items().stream().mapToLong(Value::asLong).toArray();
    }

    /** Returns the class or its nearest superclass that every JDK has. */
    private static Class<?> nearest(Class<?> type) {
        var nearest = type;
        while (!nearest.getName().startsWith("java.")) {
            nearest = nearest.getSuperclass();
        }
        return nearest;
    }
}
