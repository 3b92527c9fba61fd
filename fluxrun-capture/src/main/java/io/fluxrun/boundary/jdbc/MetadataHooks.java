package io.fluxrun.boundary.jdbc;

import io.fluxrun.boundary.jdbc.DriverHook.Call;
import io.fluxrun.run.Value;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Records what is asked of the database about itself: {@code getTables}, {@code getColumns}, a statement's parameters. */
final class MetadataHooks {
    private final DriverObjects objects;

    MetadataHooks(DriverObjects objects) {
        this.objects = objects;
    }

    void queried(
            String method,
            Call call,
            Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws SQLException {
        var query = CatalogueQuery.of(method, arguments);
        var execution = new Execution(call.recording, method);
        if (result instanceof ResultSet rows) {
            execution.rows(objects.watch(call.recording, rows, method));
        }
        record(call, query.operation(), query.request(), execution, thrown);
    }

    /** A prepared statement is asked about its parameters. */
    void parameters(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown)
            throws SQLException {
        var description = Description.parameters(sql(self));
        var execution = new Execution(call.recording, description.operation());
        if (result instanceof ParameterMetaData metadata) {
            execution.detail(Description.answer(metadata));
        }
        record(call, description.operation(), description.request(), execution, thrown);
    }

    /** A prepared statement is asked about its columns. */
    void columns(
            Call call, Object self, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown)
            throws SQLException {
        var description = Description.columns(sql(self));
        var execution = new Execution(call.recording, description.operation());
        if (result instanceof ResultSetMetaData metadata) {
            execution.rows(objects.watch(call.recording, metadata));
        }
        record(call, description.operation(), description.request(), execution, thrown);
    }

    private @Nullable String sql(Object statement) {
        var log = objects.statements.get(statement);
        return log == null ? null : log.sql();
    }

    private static void record(
            Call call, String operation, Value request, Execution execution, @Nullable Throwable thrown) {
        if (thrown != null) {
            execution.failed(thrown);
        }
        call.recording.exchange(
                call.lane, JdbcBoundary.NAME, operation, false, call.startedNanos, () -> request, execution::answer);
    }
}
