package io.fluxrun.record;

import org.jspecify.annotations.Nullable;

/**
 * A failure signature that costs next to nothing: it has to turn away the ten-thousandth run of an outage on the
 * request's thread. Words with a digit in them all count as the same word, for they are ids.
 */
final class RoughSignature {
    private static final int LONGEST = 120;
    private static final int CAUSES = 8;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private RoughSignature() {}

    static long of(int status, @Nullable Throwable error, String route, String lastOperation) {
        long hash = mix(status, words(route));
        hash = mix(hash, words(lastOperation));
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            hash = mix(hash, cause.getClass().getName().hashCode());
            if (cause.getCause() == null) {
                hash = mix(hash, words(String.valueOf(cause.getMessage())));
            }
            cause = cause.getCause();
        }
        return hash;
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
