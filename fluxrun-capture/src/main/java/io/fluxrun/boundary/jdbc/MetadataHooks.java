package io.fluxrun.boundary.jdbc;

import io.fluxrun.boundary.jdbc.DriverHook.Call;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Records what is asked of the database's catalogue: {@code getTables}, {@code getColumns}. */
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
        if (thrown != null) {
            execution.failed(thrown);
        } else if (result instanceof ResultSet rows) {
            execution.rows(objects.watch(call.recording, rows, method));
        }
        call.recording.exchange(
                call.lane,
                JdbcBoundary.NAME,
                query.operation(),
                false,
                call.startedNanos,
                query::request,
                execution::answer);
    }
}
