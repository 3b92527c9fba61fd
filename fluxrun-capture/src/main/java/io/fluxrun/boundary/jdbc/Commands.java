package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a connection asks the database without a statement, the same on both sides. */
final class Commands {
    static final String COMMAND = "command";
    static final String NAME = "name";
    static final String ID = "id";

    private Commands() {}

    /** How a transaction ends. */
    enum End {
        COMMIT,
        ROLLBACK
    }

    /** What is done with a savepoint. */
    enum Mark {
        SAVEPOINT("SAVEPOINT"),
        ROLLBACK_TO("ROLLBACK TO SAVEPOINT"),
        RELEASE("RELEASE SAVEPOINT");

        private final String operation;

        Mark(String operation) {
            this.operation = operation;
        }
    }

    /** @param write only a commit of a transaction that wrote */
    record Command(String operation, boolean write, Value request) {}

    static Command end(End end, Transaction transaction) {
        return command(end.name(), end == End.COMMIT && transaction.wrote(), null, transaction);
    }

    /** @param name {@code null} for an unnamed savepoint: its number counts what the connection did before the run */
    static Command savepoint(Mark mark, @Nullable String name, Transaction transaction) {
        return command(mark.operation, false, name, transaction);
    }

    private static Command command(String operation, boolean write, @Nullable String name, Transaction transaction) {
        var fields = Value.fields().put(COMMAND, operation.toLowerCase(Locale.ROOT));
        fields.putUnlessNull(NAME, Value.of(name));
        if (transaction.active()) {
            fields.put("transaction", transaction.ordinal());
        }
        return new Command(operation, write, fields.build());
    }

    static Value describe(Savepoint savepoint) {
        String name = name(savepoint);
        if (name != null) {
            return Value.fields().put(NAME, name).build();
        }
        try {
            return Value.fields().put(ID, savepoint.getSavepointId()).build();
        } catch (SQLException e) {
            return Value.NULL;
        }
    }

    static @Nullable String name(Savepoint savepoint) {
        try {
            return savepoint.getSavepointName();
        } catch (SQLException unnamed) {
            return null;
        }
    }
}
