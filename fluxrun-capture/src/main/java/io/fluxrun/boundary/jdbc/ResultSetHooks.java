package io.fluxrun.boundary.jdbc;

import io.fluxrun.boundary.jdbc.DriverHook.Call;
import io.fluxrun.run.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Records rows and cells as the application reads them, and how it reads them. */
final class ResultSetHooks {
    private final DriverObjects objects;

    ResultSetHooks(DriverObjects objects) {
        this.objects = objects;
    }

    void read(
            String method,
            Call call,
            Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws SQLException {
        var log = log(self, call);
        if (log == null) {
            return;
        }
        int column = column(log, arguments[0]);
        if (column == 0) {
            if (thrown != null) {
                log.failed("column " + arguments[0], thrown);
            }
            return;
        }
        String accessor = Accessors.name(method, arguments);
        if (thrown != null) {
            log.cell(column, accessor, null, Failures.describe(thrown));
            return;
        }
        boolean isNull = Accessors.primitive(method) && zero(result) && ((ResultSet) self).wasNull();
        Object held = isNull ? null : TypedValues.hold(result);
        if (!TypedValues.known(held)) {
            call.recording.partial("jdbc: column " + log.columns().get(column).label() + " was read by " + accessor
                    + ", whose value is not recorded yet");
        }
        log.cell(column, accessor, held, Value.NULL);
    }

    void leaving(Call call, Object self, @Nullable Object[] arguments) {
        var log = objects.rows(self);
        if (log != null) {
            log.leave();
        }
    }

    void next(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown) {
        var log = log(self, call);
        if (log == null) {
            return;
        }
        if (thrown != null) {
            log.failed("row " + (log.current() + 1), thrown);
        } else if (Boolean.TRUE.equals(result)) {
            log.moved(log.current() + 1);
        } else {
            log.ended();
        }
    }

    /** Any other move of the cursor. */
    void moved(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown)
            throws SQLException {
        var log = log(self, call);
        if (log != null && thrown == null) {
            log.moved(((ResultSet) self).getRow());
        }
    }

    void closed(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown) {
        var log = objects.rows(self);
        if (log != null) {
            log.moved(0);
        }
    }

    void described(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown) {
        var log = objects.rows(self);
        if (log != null && result != null) {
            objects.describe(result, log);
        }
    }

    /** A question about a column that the recorded columns do not answer. */
    void asked(
            String method,
            Call call,
            Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws SQLException {
        var log = objects.described(self);
        if (log != null && thrown == null && arguments.length == 1) {
            log.metadata(method + " " + arguments[0], TypedValues.encode(TypedValues.hold(result)));
        }
    }

    private @Nullable RowLog log(Object self, Call call) {
        var log = objects.rows(self);
        if (log == null || log.recording != call.recording) {
            call.recording.partial("jdbc: a result set from outside the run was read");
            return null;
        }
        return log;
    }

    private static int column(RowLog log, @Nullable Object argument) {
        if (argument instanceof Integer number) {
            return number >= 1 && number <= log.columns().size() ? number : 0;
        }
        return argument == null ? 0 : log.columns().number((String) argument);
    }

    private static boolean zero(@Nullable Object result) {
        return result instanceof Number number ? number.doubleValue() == 0 : Boolean.FALSE.equals(result);
    }
}
