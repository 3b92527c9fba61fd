package io.fluxrun.scope;

import io.fluxrun.run.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The immutable types of {@code java.base} that readings and draws consist of, as values: numbers, booleans, text, and
 * everything whose {@code toString} is its canonical form (instants, dates, UUIDs).
 */
public final class Plain {
    private Plain() {}

    /** Returns the value; byte arrays are copied. */
    public static Value encode(@Nullable Object object) {
        if (object == null) {
            return Value.NULL;
        }
        if (object instanceof Boolean flag) {
            return Value.of(flag.booleanValue());
        }
        if (object instanceof byte[] bytes) {
            return Value.of(bytes);
        }
        if (object instanceof Long || object instanceof Integer || object instanceof Short || object instanceof Byte) {
            return Value.of(((Number) object).longValue());
        }
        if (object instanceof BigInteger integer) {
            return Value.of(new BigDecimal(integer));
        }
        if (object instanceof BigDecimal decimal) {
            return Value.of(decimal);
        }
        // Doubles as text: Double.toString round-trips, and NaN and infinities have no JSON number.
        return Value.of(object.toString());
    }
}
