package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.SQLException;
import java.sql.Savepoint;

/** A savepoint that the recording answered with. */
final class VirtualSavepoint implements Savepoint {
    private final Value answer;

    VirtualSavepoint(Value answer) {
        this.answer = answer;
    }

    @Override
    public int getSavepointId() throws SQLException {
        if (answer.get(Commands.ID).isNull()) {
            throw new SQLException("Cannot retrieve the id of a named savepoint.", "3B000");
        }
        return (int) answer.get(Commands.ID).asLong();
    }

    @Override
    public String getSavepointName() throws SQLException {
        String name = answer.get(Commands.NAME).text();
        if (name == null) {
            throw new SQLException("Cannot retrieve the name of an unnamed savepoint.", "3B000");
        }
        return name;
    }
}
