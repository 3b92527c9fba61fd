package io.fluxrun.maven;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Recorded text as part of a Java name: only ASCII letters and digits come through, so none of it becomes code. */
final class Identifier {
    private static final int LONGEST = 60;

    private Identifier() {}

    /** Returns {@code OrdersOrd01} of {@code /orders/ord_01}; empty when nothing usable is left. */
    static String camelCase(String text) {
        var name = Arrays.stream(text.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return name.substring(0, Math.min(LONGEST, name.length()));
    }
}
