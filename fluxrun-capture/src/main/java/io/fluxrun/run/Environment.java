package io.fluxrun.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables and system properties that were read; {@link Value#NULL} means "read, and absent".
 * Sorted by name.
 */
public record Environment(Map<String, Value> variables, Map<String, Value> properties) {
    public static final Environment EMPTY = new Environment(Map.of(), Map.of());

    public Environment {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }
}
