package io.fluxrun.record;

import org.jspecify.annotations.Nullable;

/**
 * A failure signature that costs next to nothing: it has to turn away the ten-thousandth run of an outage on the
 * request's thread. Words with a digit in them all count as the same word, for they are ids.
 *
 * @param place what it has in common with every failure of the same kind below the same first part of the path
 */
record RoughSignature(long place, long kind) {
    private static final int LONGEST = 120;
    private static final int CAUSES = 8;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    static RoughSignature of(int status, @Nullable Throwable error, String route, String lastOperation) {
        long place = mix(status, words(firstPart(route)));
        long hash = mix(words(route), words(lastOperation));
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            place = mix(place, cause.getClass().getName().hashCode());
            if (cause.getCause() == null) {
                hash = mix(hash, words(String.valueOf(cause.getMessage())));
            }
            cause = cause.getCause();
        }
        return new RoughSignature(place, hash);
    }

    private static String firstPart(String route) {
        int path = route.indexOf('/');
        int second = path < 0 ? -1 : route.indexOf('/', path + 1);
        return second < 0 ? route : route.substring(0, second);
    }

    private static long words(String text) {
        long hash = 0;
        long word = 0;
        boolean id = false;
        int length = Math.min(text.length(), LONGEST);
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (Character.isLetterOrDigit(letter) || letter == '_' || letter == '-') {
                id |= letter >= '0' && letter <= '9';
                word = word * 31 + letter;
            } else {
                hash = mix(hash, id ? 1 : word);
                word = 0;
                id = false;
            }
        }
        return mix(hash, id ? 1 : word);
    }

    private static long mix(long hash, long more) {
        return (hash ^ more) * MIX + Long.rotateLeft(hash, 23);
    }
}
