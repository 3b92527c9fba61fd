package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question to the database about a prepared statement that is not executed, the same on both sides. */
record Description(String operation, Value request) {
    static final String PARAMETERS = "describedParameters";

    private static final List<Method> QUESTIONS = Arrays.stream(ParameterMetaData.class.getDeclaredMethods())
            .filter(method -> method.getParameterCount() == 1)
            .toList();

    static Description parameters(@Nullable String sql) {
        return of("parameters", sql);
    }

    static Description columns(@Nullable String sql) {
        return of("columns", sql);
    }

    private static Description of(String what, @Nullable String sql) {
        String text = sql == null ? "" : sql;
        return new Description(
                "DESCRIBE " + Sql.of(text).operation(),
                Value.fields().put("describe", what).put("sql", text).build());
    }

    static Value answer(ParameterMetaData metadata) throws SQLException {
        var parameters = new ArrayList<Value>();
        for (int i = 1; i <= metadata.getParameterCount(); i++) {
            var fields = Value.fields();
            for (var question : QUESTIONS) {
                put(fields, question, metadata, i);
            }
            parameters.add(fields.build());
        }
        return Value.fields().put(PARAMETERS, Value.list(parameters)).build();
    }

    private static void put(Value.FieldsBuilder fields, Method question, ParameterMetaData metadata, int parameter) {
        try {
            fields.put(question.getName(), TypedValues.encode(question.invoke(metadata, parameter)));
        } catch (IllegalAccessException | InvocationTargetException e) {
            // The driver does not know: a replay that asks for it says that it was not recorded.
            fields.put("unknown " + question.getName(), String.valueOf(e.getCause()));
        }
    }
}
