package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.SQLType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a prepared statement as they are bound, the same on both sides. Values are held as they are at the
 * call. Not thread-safe, as a statement is not.
 */
final class Bindings {
    private @Nullable Object[] row = new @Nullable Object[0];
    private final List<@Nullable Object[]> batch = new ArrayList<>();

    /**
     * Takes a call of a {@code setX(int, …)} method.
     *
     * @param array the value of an array that the application made, if this binds one
     * @return whether the value can be recorded
     */
    boolean set(@Nullable Object[] arguments, boolean isNull, @Nullable Value array) throws SQLException {
        if (!(arguments[0] instanceof Integer index) || index < 1) {
            return false;
        }
        if (index > row.length) {
            row = Arrays.copyOf(row, index);
        }
        Object held = isNull || arguments[1] == null ? nul(arguments, isNull) : held(arguments, array);
        row[index - 1] = held;
        return TypedValues.known(held);
    }

    void clear() {
        row = new @Nullable Object[0];
    }

    void addBatch() {
        batch.add(row.clone());
    }

    void clearBatch() {
        batch.clear();
    }

    /** Returns the bound values, held. */
    @Nullable
    Object[] parameters() {
        return row.clone();
    }

    /** Returns the rows added to the batch and forgets them. */
    List<@Nullable Object[]> takeBatch() {
        var taken = List.copyOf(batch);
        batch.clear();
        return taken;
    }

    private static Value nul(@Nullable Object[] arguments, boolean isNull) {
        var fields = Value.fields().put(TypedValues.TYPE, TypedValues.NULL);
        Object sqlType = isNull ? arguments[1] : arguments.length > 2 ? arguments[2] : null;
        if (sqlType instanceof Integer number) {
            fields.put("sqlType", number);
        } else if (sqlType instanceof SQLType type && type.getVendorTypeNumber() != null) {
            fields.put("sqlType", type.getVendorTypeNumber());
        }
        return fields.build();
    }

    private static @Nullable Object held(@Nullable Object[] arguments, @Nullable Value array) throws SQLException {
        Object value = arguments[1];
        if (array != null && value instanceof Array) {
            return array;
        }
        Object held = TypedValues.hold(value);
        if (arguments.length > 2 && arguments[2] instanceof Calendar calendar && held != null) {
            var type = JavaType.of(held.getClass());
            return type == null
                    ? held
                    : Value.fields()
                            .put(TypedValues.TYPE, type.label())
                            .put(TypedValues.VALUE, type.encode(held))
                            .put("zone", calendar.getTimeZone().getID())
                            .build();
        }
        return held;
    }
}
