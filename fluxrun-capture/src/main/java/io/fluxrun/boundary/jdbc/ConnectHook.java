package io.fluxrun.boundary.jdbc;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where connections come from: in a replay a virtual one, below any pool, without asking the driver; in a recording the
 * driver's, whose metadata is taken while nobody uses it.
 */
final class ConnectHook implements Hook {
    private ConnectHook() {}

    static List<HookPoint> points() {
        var hook = new ConnectHook();
        return List.of(
                HookPoint.onImplementations(
                        JdbcBoundary.NAME,
                        List.of("java.sql.Driver"),
                        hook,
                        "connect(Ljava/lang/String;Ljava/util/Properties;)"),
                // These make connections without their driver.
                HookPoint.on(JdbcBoundary.NAME, "org.h2.jdbcx.JdbcDataSource", hook, "getConnection"),
                HookPoint.on(JdbcBoundary.NAME, "org.mariadb.jdbc.MariaDbDataSource", hook, "getConnection"));
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || self == null) {
            return null;
        }
        if (lane.session() instanceof Replaying) {
            try {
                String url = url(self, arguments);
                return Hook.answer(
                        url == null
                                ? null
                                : VirtualConnection.open(url, self.getClass().getClassLoader()));
            } catch (Exception | Error e) {
                return Hook.fail(e);
            }
        }
        return lane.session() instanceof Recording recording ? new Opening(recording, Scope.suspend()) : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var opening = (Opening) token;
        try {
            if (result instanceof Connection connection) {
                MetadataSnapshot.record(opening.recording, connection);
            }
        } finally {
            Scope.restore(opening.bound);
        }
        return null;
    }

    /** Returns the URL to connect to, {@code null} when it is another driver's. */
    private static @Nullable String url(Object self, @Nullable Object[] arguments)
            throws SQLException, ReflectiveOperationException {
        if (self instanceof Driver driver) {
            return arguments[0] instanceof String url && driver.acceptsURL(url) ? url : null;
        }
        String getter = self.getClass().getName().startsWith("org.h2.") ? "getURL" : "getUrl";
        return String.valueOf(self.getClass().getMethod(getter).invoke(self));
    }

    private record Opening(Recording recording, @Nullable Lane bound) {}
}
