package io.fluxrun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects options from where they may be set, the weakest first, and remembers what is wrong with them. */
final class OptionSources {
    private final Map<OptionKey, String> values = new EnumMap<>(OptionKey.class);
    private final List<String> problems = new ArrayList<>();

    Map<OptionKey, String> values() {
        return values;
    }

    List<String> problems() {
        return problems;
    }

    void named(Map<String, String> given, String where) {
        given.forEach((name, value) -> {
            OptionKey option = OptionKey.named(name);
            if (option == null) {
                problems.add("unknown option '" + name + "' in " + where + "; the options are " + keys());
            } else {
                set(option, value, name + " in " + where);
            }
        });
    }

    /** A part without {@code =} belongs to the value before it, so a value may be a list. */
    void agentArgument(String argument) {
        var given = new LinkedHashMap<String, String>();
        String last = null;
        for (String part : argument.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                last = part.substring(0, equals).trim();
                given.put(last, part.substring(equals + 1));
            } else if (last != null) {
                given.merge(last, part, (before, more) -> before + "," + more);
            } else if (!part.isBlank()) {
                problems.add("'" + part.trim() + "' in the agent argument is no option; write key=value, separated by"
                        + " commas; the options are " + keys());
            }
        }
        named(given, "the agent argument");
    }

    void variables(Function<String, @Nullable String> environment) {
        for (OptionKey option : OptionKey.values()) {
            set(option, environment.apply(option.variable()), "the environment variable " + option.variable());
        }
    }

    void properties(Function<String, @Nullable String> properties) {
        for (OptionKey option : OptionKey.values()) {
            set(option, properties.apply(option.property()), "the system property " + option.property());
        }
    }

    private void set(OptionKey option, @Nullable String given, String where) {
        String value = given == null ? "" : given.trim();
        if (value.isEmpty()) {
            return;
        }
        if (option.form().accepts(value)) {
            values.put(option, value);
        } else {
            problems.add(
                    "'" + value + "' for " + where + " is not " + option.form().allowed());
        }
    }

    private static String keys() {
        return String.join(
                ", ",
                Arrays.stream(OptionKey.values()).map(OptionKey::key).sorted().toList());
    }
}
