package io.fluxrun.agent;

import java.util.Map;
import java.util.TreeMap;

/** The text after {@code -javaagent:…=}: {@code key=value,key=value}, with or without the prefix {@code fluxrun.}. */
final class AgentArgument {
    private static final String PREFIX = "fluxrun.";

    private AgentArgument() {}

    /** Returns the settings by full name; an argument that is not of the form is an error that names the part. */
    static Map<String, String> parse(String argument) {
        var settings = new TreeMap<String, String>();
        for (var part : argument.split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("the agent argument has '" + part.strip()
                        + "' where key=value is expected, as in store=file:.fluxrun");
            }
            var key = part.substring(0, equals).strip();
            settings.put(
                    key.startsWith(PREFIX) ? key : PREFIX + key,
                    part.substring(equals + 1).strip());
        }
        return settings;
    }
}
