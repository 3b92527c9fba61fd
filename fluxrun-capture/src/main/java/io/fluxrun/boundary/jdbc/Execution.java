package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Recording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one execution: result sets and update counts in their order, generated keys, warnings. Grows while the
 * application asks for them; may be encoded at any time by another thread.
 */
final class Execution {
    /** Marks a result set that the application did not ask for. */
    static final String UNREAD = "resultSetUnread";

    final Recording recording;
    final String source;
    private final List<Part> parts = new ArrayList<>();
    private int current;
    private @Nullable Thrown failure;
    private long @Nullable [] batch;
    private @Nullable RowLog keys;
    private Value warnings = Value.NULL;
    private Value detail = Value.NULL;

    /** @param source the text that is executed or the method that is called */
    Execution(Recording recording, String source) {
        this.recording = recording;
        this.source = source;
    }

    synchronized void failed(Throwable thrown) {
        failure = Failures.thrown(thrown);
    }

    /** The current result is a result set; what is in it is seen only if the application asks for it. */
    synchronized void resultSet() {
        part().resultSet = true;
    }

    synchronized void rows(RowLog rows) {
        part().rows = rows;
    }

    /** Returns the rows of the current result if its result set has been asked for before. */
    synchronized @Nullable RowLog rows() {
        return current < parts.size() ? parts.get(current).rows : null;
    }

    synchronized void count(long count) {
        if (count >= 0) {
            part().count = count;
        }
    }

    synchronized void batch(long[] counts) {
        batch = counts.clone();
    }

    /** The application moved to the next result. */
    synchronized void advance() {
        current++;
    }

    synchronized void keys(RowLog rows) {
        keys = rows;
    }

    synchronized void warnings(Value described) {
        warnings = described;
    }

    /** Adds what only this kind of exchange answers, such as a savepoint's name. */
    synchronized void detail(Value fields) {
        detail = fields;
    }

    synchronized Answer answer() {
        if (failure != null) {
            return Answer.of(failure);
        }
        var fields = Value.fields();
        if (detail instanceof Value.Fields details) {
            details.fields().forEach(fields::put);
        }
        if (batch != null) {
            fields.put("updateCounts", Failures.counts(batch));
        } else if (parts.size() == 1) {
            parts.get(0).put(fields);
        } else if (!parts.isEmpty()) {
            fields.put("results", Value.list(parts, Part::value));
        }
        if (keys != null) {
            var rows = Value.fields();
            keys.put(rows);
            fields.put("generatedKeys", rows.build());
        }
        return Answer.of(fields.putUnlessNull("warnings", warnings).build());
    }

    private Part part() {
        while (parts.size() <= current) {
            parts.add(new Part());
        }
        return parts.get(current);
    }

    private static final class Part {
        private @Nullable RowLog rows;
        private boolean resultSet;
        private long count = -1;

        void put(Value.FieldsBuilder fields) {
            if (rows != null) {
                rows.put(fields);
            } else if (resultSet) {
                fields.put(UNREAD, Value.of(true));
            } else if (count >= 0) {
                fields.put("updateCount", count);
            }
        }

        Value value() {
            var fields = Value.fields();
            put(fields);
            return fields.build();
        }
    }
}
