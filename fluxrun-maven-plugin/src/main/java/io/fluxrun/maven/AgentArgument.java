package io.fluxrun.maven;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code -javaagent} argument of a test JVM. */
record AgentArgument(Path jar, String options) {
    @Override
    public String toString() {
        var argument = "-javaagent:" + jar + (options.isEmpty() ? "" : "=" + options);
        return argument.chars().anyMatch(Character::isWhitespace) ? '"' + argument + '"' : argument;
    }

    /** Returns {@code old} with this argument first, and without an earlier argument of the same jar. */
    String prependedTo(@Nullable String old) {
        return Stream.concat(
                        Stream.of(toString()),
                        ArgumentLine.written(old == null ? "" : old).stream()
                                .filter(argument -> !isOfSameJar(argument)))
                .collect(Collectors.joining(" "));
    }

    private boolean isOfSameJar(String argument) {
        var plain = ArgumentLine.unquoted(argument);
        var own = "-javaagent:" + jar;
        return plain.equals(own) || plain.startsWith(own + "=");
    }
}
