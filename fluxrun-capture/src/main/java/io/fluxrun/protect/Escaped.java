package io.fluxrun.protect;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Masks text that stands escaped in other text. Each character is written as its predecessor was, so that the length
 * stays.
 */
final class Escaped {
    private Escaped() {}

    /** Masks the inside of a JSON string; what is no JSON string is taken as it is. */
    static String json(String raw, UnaryOperator<String> masking) {
        if (raw.indexOf('\\') < 0) {
            return masking.apply(raw);
        }
        var plain = new StringBuilder(raw.length());
        int[] starts = new int[raw.length() + 1];
        for (int i = 0; i < raw.length(); i += length(raw, i)) {
            starts[plain.length()] = i;
            plain.append(character(raw, i));
        }
        starts[plain.length()] = raw.length();
        String masked = masking.apply(plain.toString());
        var out = new StringBuilder(raw.length());
        for (int i = 0; i < masked.length(); i++) {
            char c = masked.charAt(i);
            if (c == plain.charAt(i)) {
                out.append(raw, starts[i], starts[i + 1]);
            } else if (starts[i + 1] - starts[i] == 6) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Returns what a JSON string's inside means. */
    static String fromJson(String raw) {
        var plain = new StringBuilder();
        json(raw, text -> {
            plain.append(text);
            return text;
        });
        return plain.toString();
    }

    private static int length(String raw, int at) {
        if (raw.charAt(at) != '\\' || at + 1 == raw.length()) {
            return 1;
        }
        return raw.charAt(at + 1) == 'u' && isHex(raw, at + 2, at + 6) ? 6 : 2;
    }

    private static char character(String raw, int at) {
        int length = length(raw, at);
        if (length == 1) {
            return raw.charAt(at);
        } else if (length == 6) {
            return (char) Integer.parseInt(raw, at + 2, at + 6, 16);
        }
        char c = raw.charAt(at + 1);
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }

    /** Masks a part of a URL or form. */
    static String percent(String raw, UnaryOperator<String> masking) {
        boolean ascii = raw.chars().allMatch(c -> c < 0x80);
        if (!ascii || (raw.indexOf('%') < 0 && raw.indexOf('+') < 0)) {
            return masking.apply(raw);
        }
        byte[] plain = new byte[raw.length()];
        int[] starts = new int[raw.length() + 1];
        int count = 0;
        for (int i = 0; i < raw.length(); count++) {
            starts[count] = i;
            if (raw.charAt(i) == '%' && isHex(raw, i + 1, i + 3)) {
                plain[count] = (byte) Integer.parseInt(raw, i + 1, i + 3, 16);
                i += 3;
            } else {
                plain[count] = (byte) (raw.charAt(i) == '+' ? ' ' : raw.charAt(i));
                i++;
            }
        }
        starts[count] = raw.length();
        byte[] masked = masking.apply(new String(plain, 0, count, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        if (masked.length != count) {
            // No UTF-8 behind the percents: it is masked as it stands.
            return masking.apply(raw);
        }
        var out = new StringBuilder(raw.length());
        for (int i = 0; i < count; i++) {
            if (masked[i] == plain[i]) {
                out.append(raw, starts[i], starts[i + 1]);
            } else if (starts[i + 1] - starts[i] == 3) {
                out.append(String.format("%%%02X", masked[i] & 0xff));
            } else {
                out.append((char) masked[i]);
            }
        }
        return out.toString();
    }

    private static boolean isHex(String text, int from, int to) {
        if (to > text.length()) {
            return false;
        }
        return text.substring(from, to).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
