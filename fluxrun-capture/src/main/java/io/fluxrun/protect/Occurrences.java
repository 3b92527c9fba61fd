package io.fluxrun.protect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Replaces many secrets in one pass, the longest first, also where they are escaped for JSON or a URL. Time is linear in
 * the text: a rolling hash over as many characters as the shortest secret has finds the few places to look at.
 */
final class Occurrences {
    private static final int WINDOW = Secrets.SHORTEST_EVERYWHERE;
    private static final int BASE = 31;
    private static final int LEAVING = 31 * 31 * 31 * 31 * 31;
    private static final int BITS = 1 << 16;

    private final boolean bytewise;
    private final BitSet maybe = new BitSet(BITS);
    private final Map<Integer, List<Pattern>> patterns = new HashMap<>();

    private record Pattern(String secret, String mask, boolean strong) {}

    /** @param bytewise whether each character of a text stands for a byte of UTF-8 */
    Occurrences(Map<String, String> masks, boolean bytewise) {
        this.bytewise = bytewise;
        masks.forEach((secret, mask) -> {
            boolean strong = Secrets.isStrong(secret);
            add(secret, mask, strong, text -> text);
            add(secret, mask, strong, Occurrences::json);
            add(secret, mask, strong, text -> URLEncoder.encode(text, StandardCharsets.UTF_8));
            add(secret, mask, strong, Occurrences::percent);
            add(secret, mask, strong, text -> lowerCaseEscapes(percent(text)));
            add(secret, mask, strong, text -> lowerCaseEscapes(URLEncoder.encode(text, StandardCharsets.UTF_8)));
        });
        patterns.values()
                .forEach(same -> same.sort(Comparator.comparingInt(
                                (Pattern pattern) -> pattern.secret().length())
                        .reversed()));
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    String replace(String text) {
        return replace(text, false);
    }

    /** Replaces only what is hardly ever part of something else. */
    String replaceStrong(String text) {
        return replace(text, true);
    }

    private String replace(String text, boolean strongOnly) {
        if (text.length() < WINDOW || isEmpty()) {
            return text;
        }
        StringBuilder out = null;
        int copied = 0;
        int hash = hash(text);
        for (int i = 0; i + WINDOW <= text.length(); i++) {
            if (i >= copied && maybe.get(hash & (BITS - 1))) {
                Pattern found = find(text, i, hash, strongOnly);
                if (found != null) {
                    out = out == null ? new StringBuilder(text.length()) : out;
                    out.append(text, copied, i).append(found.mask());
                    copied = i + found.secret().length();
                }
            }
            if (i + WINDOW < text.length()) {
                hash = (hash - text.charAt(i) * LEAVING) * BASE + text.charAt(i + WINDOW);
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private @Nullable Pattern find(String text, int at, int hash, boolean strongOnly) {
        for (Pattern pattern : patterns.getOrDefault(hash, List.of())) {
            if (text.startsWith(pattern.secret(), at)
                    && (pattern.strong()
                            || (!strongOnly
                                    && isWhole(text, at, at + pattern.secret().length())))) {
                return pattern;
            }
        }
        return null;
    }

    /** A secret that is a mere word or number is only meant where it stands alone. */
    private static boolean isWhole(String text, int start, int end) {
        return !(start > 0 && isPart(text.charAt(start - 1)) && isPart(text.charAt(start)))
                && !(end < text.length() && isPart(text.charAt(end)) && isPart(text.charAt(end - 1)));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c);
    }

    private void add(String secret, String mask, boolean strong, UnaryOperator<String> form) {
        String written = written(form.apply(secret));
        int hash = hash(written);
        var same = patterns.computeIfAbsent(hash, key -> new ArrayList<>());
        if (same.stream().noneMatch(pattern -> pattern.secret().equals(written))) {
            same.add(new Pattern(written, written(form.apply(mask)), strong));
            maybe.set(hash & (BITS - 1));
        }
    }

    private String written(String text) {
        return bytewise ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) : text;
    }

    private static int hash(String text) {
        int hash = 0;
        for (int i = 0; i < WINDOW; i++) {
            hash = hash * BASE + text.charAt(i);
        }
        return hash;
    }

    private static String json(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }

    private static String lowerCaseEscapes(String encoded) {
        var lower = new StringBuilder(encoded);
        for (int i = lower.indexOf("%"); i >= 0; i = lower.indexOf("%", i + 1)) {
            lower.replace(i + 1, i + 3, lower.substring(i + 1, i + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }
}
