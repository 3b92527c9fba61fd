package io.fluxrun.boundary.jdbc;

import io.fluxrun.replay.RequestKey;
import io.fluxrun.run.Value;

/**
 * Two requests are the same when their SQL is the same but for comments, white space and case, and their parameters are
 * of the same types and values. Which connection is asked does not count, nor (under these rules) the transaction's
 * number: a repair that adds a transaction would change those of all later statements.
 */
public final class JdbcKey implements RequestKey {
    @Override
    public String boundary() {
        return JdbcBoundary.NAME;
    }

    @Override
    public Value key(Value request) {
        if (!(request instanceof Value.Fields fields)) {
            return request;
        }
        var key = Value.fields();
        fields.fields().forEach((name, value) -> {
            switch (name) {
                case "sql" -> key.put("sql", Sql.of(value.requireText()).normal());
                case "statements" ->
                    key.put(
                            "statements",
                            Value.list(
                                    value.items(),
                                    text -> Value.of(Sql.of(text.requireText()).normal())));
                case "transaction" -> {
                    // Told to the reader, not matched.
                }
                default -> key.put(name, value);
            }
        });
        return key.build();
    }
}
