package io.fluxrun.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What a JVM must know to replay what production recorded: which of the application's calls are exchanges or state. */
record ReplayOptions(Map<String, String> values) {
    private static final List<String> KEYS = List.of("boundary", "boundary.write", "state", "span");

    ReplayOptions {
        values = Map.copyOf(values);
    }

    /** @param pom the project's properties, which system properties and the environment beat */
    static ReplayOptions of(Settings settings, Properties pom) {
        var values = new LinkedHashMap<String, String>();
        for (var key : KEYS) {
            var value = settings.get(key, pom.getProperty("fluxrun." + key));
            if (value != null) {
                values.put(key, value);
            }
        }
        return new ReplayOptions(values);
    }

    /** Returns them as JVM arguments. */
    List<String> arguments() {
        return KEYS.stream()
                .filter(values::containsKey)
                .map(key -> "-Dfluxrun." + key + "=" + values.get(key))
                .toList();
    }

    /** Returns the options of an agent that leaves its hooks to the library in the test. */
    String ofTheAgent() {
        var options = new StringBuilder("mode=replay");
        KEYS.stream()
                .filter(values::containsKey)
                .forEach(key -> options.append(',').append(key).append('=').append(values.get(key)));
        return options.toString();
    }
}
