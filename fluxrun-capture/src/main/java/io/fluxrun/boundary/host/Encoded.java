package io.fluxrun.boundary.host;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.appjson.AppJsonException;
import io.fluxrun.appjson.Weight;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Recording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call's values as data; what does not come back the same makes the run PARTIAL. */
record Encoded(HostMethod method, Recording recording) {
    static final String VALUE = "value";
    static final String COMPLETED = "completed";

    List<Value> arguments(@Nullable Object[] arguments) {
        var values = new ArrayList<Value>();
        for (Object argument : arguments) {
            String path = path(values.size());
            values.add(kept(encoded(argument, path)));
        }
        return values;
    }

    /** A method that fills its argument answers by it, which a replay cannot do. */
    void checkUnchanged(List<Value> before, @Nullable Object[] arguments) {
        for (int i = 0; i < arguments.length && i < before.size(); i++) {
            if (!before.get(i).isNull() && !before.get(i).equals(data(arguments[i], path(i)))) {
                recording.partial(path(i) + " of " + method.operation() + ": the method changes it");
            }
        }
    }

    /** @param ofStage whether the method returned a future, and this is what it was completed with */
    Answer result(@Nullable Object result, boolean ofStage) {
        if (method.isVoid()) {
            return Answer.of(Value.fields().build());
        }
        Value value = encoded(result, "result");
        check(value);
        var answer = Value.fields().put(VALUE, kept(value));
        return Answer.of((ofStage ? answer.put(COMPLETED, Value.of(true)) : answer).build());
    }

    /** Whether the answer is that of a future, not of the method itself. */
    static boolean isOfStage(Answer answer) {
        return answer instanceof Answer.Failure failure
                ? failure.thrown().details().get(COMPLETED).flag()
                : ((Answer.Response) answer).value().get(COMPLETED).flag();
    }

    Answer failure(Throwable thrown, boolean ofStage) {
        Thrown described = Exceptions.describe(thrown, ofStage);
        String lost = Exceptions.lost(described, method.loader());
        if (lost != null) {
            recording.partial("exception of " + method.operation() + ": " + lost);
        }
        return Answer.of(described);
    }

    /** Returns the argument as the recording had it, for matching. */
    static Value asked(@Nullable Object argument, int index) {
        return data(argument, path(index));
    }

    private void check(Value value) {
        try {
            Object back = AppJson.decodeAs(value, method.result(), method.loader());
            if (!method.isStage() && back != null && !isResult(back)) {
                recording.partial("result of " + method.operation() + ": it would come back as "
                        + back.getClass().getName() + ", which is no "
                        + method.rawResult().getName());
            } else if (!AppJson.encode(back, "result").equals(value)) {
                recording.partial("result of " + method.operation() + ": it does not come back the same");
            }
        } catch (AppJsonException unknown) {
            recording.partial("result of " + method.operation() + ": " + unknown.getMessage());
        }
    }

    private boolean isResult(Object back) {
        return method.rawResult().isPrimitive() || method.rawResult().isInstance(back);
    }

    private Value encoded(@Nullable Object object, String path) {
        try {
            return AppJson.encode(object, path);
        } catch (AppJsonException unknown) {
            recording.partial(method.operation() + ": " + unknown.getMessage());
            return Value.NULL;
        }
    }

    private Value kept(Value value) {
        return recording.reserve(Weight.of(value)) ? value : Value.NULL;
    }

    private static Value data(@Nullable Object object, String path) {
        try {
            return AppJson.encode(object, path);
        } catch (AppJsonException unknown) {
            return Value.NULL;
        }
    }

    private static String path(int index) {
        return "arguments[" + index + "]";
    }
}
