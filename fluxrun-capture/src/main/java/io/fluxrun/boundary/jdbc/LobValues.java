package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;

/** Large objects with their whole content, up to a bound: a locator can be read again without disturbing it. */
final class LobValues {
    static final String BLOB = "blob";
    static final String CLOB = "clob";

    private static final int LIMIT = 1 << 16;

    private LobValues() {}

    static Value encode(Object lob) throws SQLException {
        if (lob instanceof Blob blob && blob.length() <= LIMIT) {
            int length = (int) blob.length();
            return TypedValues.typed(BLOB, Value.of(length == 0 ? new byte[0] : blob.getBytes(1, length)));
        }
        if (lob instanceof Clob clob && clob.length() <= LIMIT) {
            int length = (int) clob.length();
            return TypedValues.typed(CLOB, Value.of(length == 0 ? "" : clob.getSubString(1, length)));
        }
        return TypedValues.typed(
                TypedValues.UNKNOWN,
                Value.of("a large object above " + LIMIT + ": " + lob.getClass().getName()));
    }

    static Object decode(Value typed) {
        var value = typed.get(TypedValues.VALUE);
        return typed.get(TypedValues.TYPE).requireText().equals(CLOB)
                ? VirtualClob.of(value.requireText())
                : VirtualBlob.of((byte[]) JavaType.BYTES.decode(value));
    }
}
