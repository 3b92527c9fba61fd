package io.fluxrun.protect;

import io.fluxrun.run.Value;
import java.util.List;
import java.util.Map;

/** Keeps the length that a message declares true: a mask has its secret's length, but not when compressed. */
final class ContentLength {
    private static final String NAME = "content-length";

    private ContentLength() {}

    static Map<String, Value> adjusted(Map<String, Value> before, Map<String, Value> after) {
        if (before.get("body") instanceof Value.Bytes old
                && after.get("body") instanceof Value.Bytes body
                && old.size() != body.size()
                && after.get("headers") instanceof Value.Items headers) {
            after.put(
                    "headers",
                    Value.list(
                            headers.items(),
                            header -> declares(header, old.size())
                                    ? Value.list(
                                            List.of(header.items().get(0), Value.of(Integer.toString(body.size()))))
                                    : header));
        }
        return after;
    }

    private static boolean declares(Value header, int size) {
        List<Value> pair = header.items();
        return pair.size() == 2
                && NAME.equalsIgnoreCase(pair.get(0).text())
                && Integer.toString(size).equals(pair.get(1).text());
    }
}
