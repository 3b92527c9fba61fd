package io.fluxrun.boundary.jdbc;

import io.fluxrun.hook.Tracked;
import io.fluxrun.run.Value;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement of a driver has been told, and its last execution. Not thread-safe, as a statement is not. */
final class StatementLog {
    private final @Nullable String sql;
    private final Value keys;
    private final Bindings bindings = new Bindings();
    private final List<String> batch = new ArrayList<>();

    private Reference<Execution> execution = new WeakReference<>(null);

    /** @param sql {@code null} for a plain statement */
    StatementLog(@Nullable String sql, Value keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** The recording holds what is executed: a statement that a pool caches must not hold a finished run. */
    void executed(Execution latest) {
        execution = new WeakReference<>(latest);
    }

    @Nullable
    Execution execution() {
        return execution.get();
    }

    /** Returns whether the value can be recorded. */
    boolean bind(@Nullable Object[] arguments, boolean isNull, @Nullable Value array) throws SQLException {
        return bindings.set(arguments, isNull, array);
    }

    @Nullable
    String sql() {
        return sql;
    }

    void clearParameters() {
        bindings.clear();
    }

    void addBatch(@Nullable String text) {
        if (text == null) {
            bindings.addBatch();
        } else {
            batch.add(text);
        }
    }

    void clearBatch() {
        batch.clear();
        bindings.clearBatch();
    }

    /**
     * Returns what executing it now asks.
     *
     * @param arguments of the executing call: none, or the text with what keys it asks for
     * @param joins tells the ordinal of the transaction that the request joins
     */
    Request request(@Nullable Object[] arguments, boolean asBatch, java.util.function.ToIntFunction<Request> joins) {
        Request request;
        if (asBatch) {
            var texts = sql != null ? List.of(sql) : List.copyOf(batch);
            batch.clear();
            request = new Request(texts, bindings.takeBatch(), true, keys, 0);
        } else if (arguments.length > 0 && arguments[0] instanceof String text) {
            request = new Request(List.of(text), List.of(), false, Request.keys(last(arguments)), 0);
        } else {
            request = new Request(
                    sql == null ? List.of() : List.of(sql),
                    List.<@Nullable Object[]>of(bindings.parameters()),
                    false,
                    keys,
                    0);
        }
        return request.in(joins.applyAsInt(request));
    }

    static @Nullable Value array(@Nullable Object[] arguments, Tracked<Value> arrays) {
        return arguments.length > 1 && arguments[1] instanceof Array array ? arrays.get(array) : null;
    }

    private static @Nullable Object last(@Nullable Object[] arguments) {
        return arguments.length == 2 ? arguments[1] : null;
    }
}
