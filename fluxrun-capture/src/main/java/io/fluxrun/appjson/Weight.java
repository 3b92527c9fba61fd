package io.fluxrun.appjson;

import io.fluxrun.run.Value;

/** Roughly how many bytes a value holds. Thread-safe. */
public final class Weight {
    private static final int OBJECT = 32;

    private Weight() {}

    public static int of(Value value) {
        if (value instanceof Value.Text text) {
            return OBJECT + text.text().length();
        }
        if (value instanceof Value.Bytes bytes) {
            return OBJECT + bytes.size();
        }
        int sum = OBJECT;
        if (value instanceof Value.Items items) {
            for (Value item : items.items()) {
                sum = Math.addExact(sum, of(item));
            }
        } else if (value instanceof Value.Fields fields) {
            for (var field : fields.fields().entrySet()) {
                sum = Math.addExact(sum, OBJECT + field.getKey().length() + of(field.getValue()));
            }
        }
        return sum;
    }
}
