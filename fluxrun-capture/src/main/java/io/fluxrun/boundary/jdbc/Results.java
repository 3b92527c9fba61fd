package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.util.List;

/** A recorded answer as the results of a statement, one after the other. Not thread-safe, as a statement is not. */
final class Results {
    static final Results NONE = new Results("a statement that was not executed", Value.NULL);

    private final String operation;
    private final Value answer;
    private final List<Value> parts;
    private int current;
    private boolean warned = true;

    Results(String operation, Value answer) {
        this.operation = operation;
        this.answer = answer;
        this.parts = answer.get("results").isNull()
                ? List.of(answer)
                : answer.get("results").items();
    }

    String operation() {
        return operation;
    }

    boolean isRows() {
        var part = part();
        return !part.get("columns").isNull() || part.get(Execution.UNREAD).flag();
    }

    Value rows() {
        if (part().get("columns").isNull()) {
            throw Lanes.unanswered("the result set of " + operation + " was not read in the recorded run");
        }
        return part();
    }

    /** Returns the count of an execution that must answer with one. */
    long count() {
        var count = part().get("updateCount");
        if (count.isNull()) {
            throw Lanes.unanswered("the update count of " + operation + " was not read in the recorded run");
        }
        return count.asLong();
    }

    /** Returns the current result's count, -1 for a result set and after the last result. */
    long updateCount() {
        if (this == NONE || current >= parts.size() || isRows()) {
            return -1;
        }
        return count();
    }

    long[] batch() {
        if (answer.get("updateCounts").isNull()) {
            throw Lanes.unanswered(operation + " was not executed as a batch in the recorded run");
        }
        return Failures.counts(answer.get("updateCounts"));
    }

    Value keys() {
        var keys = answer.get("generatedKeys");
        if (keys.isNull()) {
            throw Lanes.unanswered("the generated keys of " + operation + " were not read in the recorded run");
        }
        return keys;
    }

    void advance() {
        if (this != NONE) {
            current++;
        }
    }

    Value warnings() {
        return warned ? answer.get("warnings") : Value.NULL;
    }

    void clearWarnings() {
        warned = false;
    }

    private Value part() {
        return current < parts.size() ? parts.get(current) : Value.NULL;
    }
}
