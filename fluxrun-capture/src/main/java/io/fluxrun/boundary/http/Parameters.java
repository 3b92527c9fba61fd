package io.fluxrun.boundary.http;

import io.fluxrun.run.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name-value pairs of a query or a form, decoded and sorted: {@code Set.of} has another order in every JVM. */
final class Parameters {
    private static final Comparator<List<String>> BY_NAME_AND_VALUE = Comparator.<List<String>, String>comparing(
                    pair -> pair.get(0))
            .thenComparing(pair -> pair.size() == 1 ? "" : pair.get(1));

    private Parameters() {}

    static Value of(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return Value.list(List.of());
        }
        List<Value> pairs = Arrays.stream(encoded.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(Parameters::pair)
                .sorted(BY_NAME_AND_VALUE)
                .map(pair -> Value.list(pair, Value::of))
                .toList();
        return Value.list(pairs);
    }

    /** A flag without {@code =} is not the same as one with an empty value: a list of one. */
    private static List<String> pair(String encoded) {
        int equals = encoded.indexOf('=');
        return equals < 0
                ? List.of(decode(encoded))
                : List.of(decode(encoded.substring(0, equals)), decode(encoded.substring(equals + 1)));
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return encoded;
        }
    }
}
