package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.lang.reflect.Method;
import java.sql.ParameterMetaData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database said about a statement's parameters. */
final class VirtualParameterMetaData extends Virtual {
    private final List<Value> parameters;

    VirtualParameterMetaData(Value answer) {
        super(ParameterMetaData.class);
        this.parameters = answer.get(Description.PARAMETERS).items();
    }

    @Override
    @Nullable
    Object otherwise(Method method, @Nullable Object[] arguments) throws Throwable {
        boolean known = arguments.length == 1
                && arguments[0] instanceof Integer number
                && number >= 1
                && number <= parameters.size();
        Value answer = known ? parameters.get((Integer) arguments[0] - 1).get(method.getName()) : Value.NULL;
        if (answer.isNull()) {
            throw Lanes.unanswered("ParameterMetaData." + method.getName() + " was not known in the recorded run");
        }
        return TypedValues.decode(answer, null);
    }

    public int getParameterCount() {
        return parameters.size();
    }
}
