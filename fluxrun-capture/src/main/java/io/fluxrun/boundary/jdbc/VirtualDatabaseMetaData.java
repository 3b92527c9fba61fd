package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The recorded snapshot of the driver's metadata; questions to the catalogue are asked of the replay. */
final class VirtualDatabaseMetaData extends Virtual {
    private final VirtualConnection connection;

    VirtualDatabaseMetaData(VirtualConnection connection) {
        super(DatabaseMetaData.class);
        this.connection = connection;
    }

    @Override
    @Nullable
    Object otherwise(Method method, @Nullable Object[] arguments) throws Throwable {
        if (method.getReturnType() == ResultSet.class) {
            var query = CatalogueQuery.of(method.getName(), arguments);
            var answer = Answers.value(Lanes.ask(query.operation(), false, query.request()), connection.driverLoader);
            return new VirtualResultSet(null, query.operation(), answer, connection.driverLoader)
                    .proxy(ResultSet.class);
        }
        String question = Stream.concat(Stream.of(method.getName()), Stream.of(arguments))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        var database = MetadataSnapshot.recorded(connection.url, MetadataSnapshot.DATABASE);
        if (!(database instanceof Value.Fields known) || !known.fields().containsKey(question)) {
            throw Lanes.unanswered("DatabaseMetaData." + question + " of " + MetadataSnapshot.key(connection.url)
                    + " was not recorded");
        }
        return decode(known.fields().get(question), method.getReturnType());
    }

    public Connection getConnection() {
        return connection.proxy(Connection.class);
    }

    private static @Nullable Object decode(@Nullable Value value, Class<?> type) {
        if (value == null) {
            return null;
        }
        if (type == boolean.class) {
            return value.flag();
        }
        if (type == int.class) {
            return (int) value.asLong();
        }
        if (type == long.class) {
            return value.asLong();
        }
        return type == RowIdLifetime.class ? RowIdLifetime.valueOf(value.requireText()) : value.text();
    }
}
