package io.fluxrun.protect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Replaces secrets inside what is encoded in base64, and encodes it again the way it was. */
final class Base64Runs {
    private static final int SHORTEST = 8;

    private final Occurrences secrets;

    /** @param bytewise finds secrets in the decoded bytes */
    Base64Runs(Occurrences bytewise) {
        secrets = bytewise;
    }

    String replace(String text) {
        if (secrets.isEmpty()) {
            return text;
        }
        StringBuilder out = null;
        int copied = 0;
        for (int i = 0; i < text.length(); ) {
            int end = end(text, i);
            if (end - i >= SHORTEST) {
                String run = text.substring(i, end);
                String replaced = run(run);
                if (!replaced.equals(run)) {
                    out = out == null ? new StringBuilder(text.length()) : out;
                    out.append(text, copied, i).append(replaced);
                    copied = end;
                }
            }
            i = Math.max(end, i + 1);
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** In a path the slashes may separate what is encoded. */
    private String run(String run) {
        String whole = decoded(run);
        int slash = run.indexOf('/');
        if (slash < 0 || !whole.equals(run)) {
            return whole;
        }
        var out = new StringBuilder(run.length());
        int start = 0;
        for (; slash >= 0; slash = run.indexOf('/', start)) {
            out.append(decoded(run.substring(start, slash))).append('/');
            start = slash + 1;
        }
        return out.append(decoded(run.substring(start))).toString();
    }

    private String decoded(String run) {
        boolean url = run.indexOf('-') >= 0 || run.indexOf('_') >= 0;
        int letters = run.indexOf('=') < 0 ? run.length() : run.indexOf('=');
        if (run.length() < SHORTEST || letters % 4 == 1 || (url && (run.indexOf('+') >= 0 || run.indexOf('/') >= 0))) {
            return run;
        }
        byte[] bytes;
        try {
            bytes = (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(run);
        } catch (IllegalArgumentException e) {
            // It only looked like base64.
            return run;
        }
        String plain = new String(bytes, StandardCharsets.ISO_8859_1);
        String replaced = secrets.replace(plain);
        if (replaced.equals(plain)) {
            return run;
        }
        var encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
        return (letters == run.length() ? encoder.withoutPadding() : encoder)
                .encodeToString(replaced.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        int padded = end;
        while (end > start && padded < text.length() && padded < end + 2 && text.charAt(padded) == '=') {
            padded++;
        }
        return padded;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }
}
