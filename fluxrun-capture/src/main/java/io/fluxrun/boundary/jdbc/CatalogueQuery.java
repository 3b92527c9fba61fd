package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A {@code DatabaseMetaData} method that answers with rows, the same on both sides. */
record CatalogueQuery(String operation, Value request) {
    static final String METADATA = "metadata";

    static CatalogueQuery of(String method, @Nullable Object[] arguments) {
        var request = Value.fields()
                .put(METADATA, method)
                .put("arguments", Value.list(Arrays.asList(arguments), CatalogueQuery::argument))
                .build();
        return new CatalogueQuery("METADATA " + method, request);
    }

    private static Value argument(@Nullable Object argument) {
        if (argument instanceof Object[] array) {
            return Value.list(Arrays.asList(array), CatalogueQuery::argument);
        }
        if (argument instanceof Boolean flag) {
            return Value.of(flag.booleanValue());
        }
        return argument instanceof Number number
                ? Value.of(number.longValue())
                : Value.of(argument == null ? null : argument.toString());
    }
}
