package io.fluxrun.entry;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.appjson.AppJsonException;
import io.fluxrun.appjson.Weight;
import io.fluxrun.record.RunRecording;
import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a captured method takes and returns, as data. It may be changed any time, so it is written as it is now. */
final class Arguments {
    private Arguments() {}

    static Value encoded(@Nullable Object[] arguments, RunRecording run) {
        var values = new ArrayList<Value>();
        for (Object argument : arguments) {
            Value value = encoded(argument, "arguments[" + values.size() + "]", run::partial);
            values.add(run.reserve(Weight.of(value)) ? value : Value.NULL);
        }
        return Value.list(values);
    }

    static Value encoded(@Nullable Object object, String path, Consumer<String> partial) {
        try {
            return AppJson.encode(object, path);
        } catch (AppJsonException unknown) {
            partial.accept(String.valueOf(unknown.getMessage()));
            return Value.NULL;
        }
    }
}
