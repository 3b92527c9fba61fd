package io.fluxrun.maven;

import java.util.List;
import java.util.regex.Pattern;

/** A line of JVM arguments as users write it, quotes around what has spaces. */
final class ArgumentLine {
    private static final Pattern ARGUMENT = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private ArgumentLine() {}

    /** Returns the arguments as they were written, quotes included. */
    static List<String> written(String line) {
        return ARGUMENT.matcher(line)
                .results()
                .map(argument -> argument.group())
                .toList();
    }

    /** Returns the arguments as a JVM gets them. */
    static List<String> meant(String line) {
        return written(line).stream().map(ArgumentLine::unquoted).toList();
    }

    static String unquoted(String argument) {
        return QUOTED.matcher(argument)
                .replaceAll(quoted -> java.util.regex.Matcher.quoteReplacement(
                        quoted.group(1) != null ? quoted.group(1) : quoted.group(2)));
    }
}
