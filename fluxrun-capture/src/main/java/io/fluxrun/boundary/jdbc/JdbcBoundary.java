package io.fluxrun.boundary.jdbc;

import io.fluxrun.hook.HookPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The JDBC boundary. Recorded on the driver's own classes; replayed by a virtual connection that the driver's
 * {@code connect} answers with, below any pool.
 */
public final class JdbcBoundary {
    public static final String NAME = "jdbc";

    private JdbcBoundary() {}

    /** Returns where the boundary's hooks go. Call it once per process: the points share what they know of drivers. */
    public static List<HookPoint> points() {
        var points = new ArrayList<HookPoint>(ConnectHook.points());
        points.addAll(DriverPoints.of(new DriverObjects()));
        return List.copyOf(points);
    }
}
