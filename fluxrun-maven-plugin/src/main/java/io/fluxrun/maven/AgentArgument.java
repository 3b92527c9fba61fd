package io.fluxrun.maven;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code -javaagent} argument of a test JVM. */
record AgentArgument(Path jar, String options) {
    /** One argument of a command line, quotes included. */
    private static final Pattern ARGUMENT = Pattern.compile("\\s*((?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+)");

    @Override
    public String toString() {
        var argument = "-javaagent:" + jar + (options.isEmpty() ? "" : "=" + options);
        return argument.chars().anyMatch(Character::isWhitespace) ? '"' + argument + '"' : argument;
    }

    /** Returns {@code old} with this argument first, and without an earlier argument of the same jar. */
    String prependedTo(@Nullable String old) {
        var arguments = new StringBuilder(toString());
        var matcher = ARGUMENT.matcher(old == null ? "" : old);
        while (matcher.find()) {
            if (!isOfSameJar(matcher)) {
                arguments.append(' ').append(matcher.group(1));
            }
        }
        return arguments.toString();
    }

    private boolean isOfSameJar(Matcher argument) {
        var plain = argument.group(1).replaceAll("[\"']", "");
        var own = "-javaagent:" + jar;
        return plain.equals(own) || plain.startsWith(own + "=");
    }
}
