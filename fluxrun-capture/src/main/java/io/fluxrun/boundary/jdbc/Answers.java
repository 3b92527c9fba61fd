package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Recorded answers as what a driver does with them: return or throw. */
final class Answers {
    private Answers() {}

    static Value value(Answer answer, @Nullable ClassLoader loader) throws SQLException {
        if (answer instanceof Answer.Response response) {
            return response.value();
        }
        throw thrown(Failures.describe(((Answer.Failure) answer).thrown()), loader);
    }

    /** Throws a described exception: recorded on a JDBC call, so an SQLException or unchecked. */
    static SQLException thrown(Value described, @Nullable ClassLoader loader) {
        Throwable failure = Rebuild.failure(described, loader);
        if (failure instanceof SQLException sql) {
            return sql;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("a JDBC call cannot have thrown " + failure, failure);
    }
}
