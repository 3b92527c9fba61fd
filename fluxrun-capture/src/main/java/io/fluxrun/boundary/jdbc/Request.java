package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement as it is asked; immutable, encoded only when it is needed.
 *
 * @param statements the texts: one, or those of a batch of plain statements
 * @param rows held parameters: one row, or those of a batch
 * @param batch whether it is executed as a batch
 * @param keys what generated keys are asked for: {@link Value#NULL}, true or column names or numbers
 * @param transaction ordinal of the transaction in its lane, 0 in auto-commit mode
 */
record Request(List<String> statements, List<@Nullable Object[]> rows, boolean batch, Value keys, int transaction) {

    Request in(int ordinal) {
        return new Request(statements, rows, batch, keys, ordinal);
    }

    /** Returns the text, the first of several. */
    String source() {
        return statements.isEmpty() ? "" : statements.get(0);
    }

    String operation() {
        return statements.isEmpty() ? "BATCH" : Sql.of(statements.get(0)).operation();
    }

    boolean write() {
        return statements.stream().anyMatch(text -> Sql.of(text).write());
    }

    Value value() {
        var fields = Value.fields();
        if (statements.size() == 1) {
            fields.put("sql", statements.get(0));
        } else {
            fields.put("statements", Value.list(statements, Value::of));
        }
        if (batch && !rows.isEmpty()) {
            fields.put("batch", Value.list(rows, Request::row));
        } else if (batch) {
            fields.put("batch", Value.of(true));
        } else if (!rows.isEmpty() && rows.get(0).length > 0) {
            fields.put("parameters", row(rows.get(0)));
        }
        fields.putUnlessNull("keys", keys);
        if (transaction > 0) {
            fields.put("transaction", transaction);
        }
        return fields.build();
    }

    private static Value row(@Nullable Object[] row) {
        return Value.list(Arrays.asList(row), TypedValues::encode);
    }

    /** Returns what a {@code prepareStatement} or {@code execute} call asks of generated keys by its last argument. */
    static Value keys(@Nullable Object argument) {
        if (argument instanceof Integer flag) {
            return flag == java.sql.Statement.RETURN_GENERATED_KEYS ? Value.of(true) : Value.NULL;
        }
        if (argument instanceof String[] names) {
            return Value.list(Arrays.asList(names), Value::of);
        }
        if (argument instanceof int[] numbers) {
            return Value.list(Arrays.stream(numbers).boxed().toList(), Value::of);
        }
        return Value.NULL;
    }
}
