package io.fluxrun.boundary.jdbc;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a driver's own objects from a pool's or a tool's wrappers around them: what counts is the call on the driver,
 * and a wrapper must not hide it.
 */
final class Drivers {
    private static final List<String> WRAPPERS = List.of(
            "com.zaxxer.hikari.",
            "org.apache.commons.dbcp2.",
            "org.apache.tomcat.jdbc.pool.",
            "org.apache.tomcat.dbcp.",
            "io.agroal.",
            "com.mchange.",
            "oracle.ucp.",
            "com.p6spy.",
            "net.ttddyy.dsproxy.",
            "io.opentelemetry.",
            "org.springframework.",
            "io.fluxrun.");

    private static final List<Class<? extends Wrapper>> INTERFACES = List.of(
            Connection.class, Statement.class, ResultSet.class, DatabaseMetaData.class, ResultSetMetaData.class);

    private static final ClassValue<Kind> KINDS = new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            boolean wrapper = Proxy.isProxyClass(type) || WRAPPERS.stream().anyMatch(type.getName()::startsWith);
            return new Kind(wrapper ? Boolean.FALSE : null);
        }
    };

    private Drivers() {}

    static boolean owns(@Nullable Object object) {
        if (object == null) {
            return false;
        }
        var kind = KINDS.get(object.getClass());
        var known = kind.driver;
        if (known == null) {
            known = !wrapsAnother(object);
            kind.driver = known;
        }
        return known;
    }

    /** A driver's object unwraps to itself, a wrapper to what it wraps. */
    private static boolean wrapsAnother(Object object) {
        if (!(object instanceof Wrapper wrapper)) {
            return false;
        }
        Lane before = Scope.suspend();
        try {
            for (var type : INTERFACES) {
                if (type.isInstance(object)) {
                    return wrapper.isWrapperFor(type) && wrapper.unwrap(type) != object;
                }
            }
            return false;
        } catch (SQLException | RuntimeException | LinkageError e) {
            // A closed or ancient object that cannot tell: the outermost call is recorded.
            return false;
        } finally {
            Scope.restore(before);
        }
    }

    private static final class Kind {
        private volatile @Nullable Boolean driver;

        Kind(@Nullable Boolean driver) {
            this.driver = driver;
        }
    }
}
