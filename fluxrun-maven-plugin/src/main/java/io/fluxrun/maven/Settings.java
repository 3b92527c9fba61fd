package io.fluxrun.maven;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One precedence for every setting: system property, environment, POM. Maven by itself lets the POM's configuration win
 * over the command line.
 */
record Settings(List<Properties> properties, Map<String, String> environment) {
    /** Returns the value of {@code fluxrun.<key>}; {@code configured} is what the POM says. */
    @Nullable
    String get(String key, @Nullable String configured) {
        for (var source : properties) {
            var value = source.getProperty("fluxrun." + key);
            if (value != null) {
                return value;
            }
        }
        return environment.getOrDefault(variable(key), configured);
    }

    private static String variable(String key) {
        return ("fluxrun." + key).toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
