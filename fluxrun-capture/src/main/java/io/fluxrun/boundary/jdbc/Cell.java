package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One read of a column in a row.
 *
 * @param accessor how it was read: {@code getLong}, {@code getObject:java.util.UUID}; {@link #UNREAD} when the
 *     application left it alone
 * @param held the value, held
 * @param failure what reading it threw, described; {@link Value#NULL} when it returned
 * @param earlier the read before this one, of the same column in the same row
 */
record Cell(
        String accessor,
        @Nullable Object held,
        Value failure,
        @Nullable Cell earlier) {
    static final String UNREAD = "unread";
    static final String BY = "by";
    static final String READS = "reads";
    static final String FAILED = "failed";

    /** Bytes it takes beside its content: the read itself and its place in the row. */
    private static final int OVERHEAD = 32;

    /**
     * Returns the cell for a fixture: the bare value when it was read the way its column was, else with the accessor.
     *
     * @param usual the accessor of the column's other cells
     */
    Value value(String usual, @Nullable JavaType columnType) {
        if (earlier == null && failure.isNull() && accessor.equals(usual)) {
            return plain(columnType);
        }
        var reads = new ArrayList<Value>();
        for (Cell cell = this; cell != null; cell = cell.earlier) {
            var fields = Value.fields().put(BY, cell.accessor);
            reads.add(
                    0,
                    (cell.failure.isNull()
                                    ? fields.put(TypedValues.VALUE, cell.plain(columnType))
                                    : fields.put(FAILED, cell.failure))
                            .build());
        }
        return Value.fields().put(READS, Value.list(reads)).build();
    }

    int size() {
        if (held instanceof String text) {
            return OVERHEAD + text.length();
        }
        return OVERHEAD + (held instanceof byte[] bytes ? bytes.length : held instanceof Value ? 128 : 16);
    }

    private Value plain(@Nullable JavaType columnType) {
        if (held == null) {
            return Value.NULL;
        }
        var expected = Accessors.type(accessor, columnType);
        var actual = JavaType.of(held.getClass());
        return actual != null && actual == expected ? actual.encode(held) : TypedValues.encode(held);
    }
}
