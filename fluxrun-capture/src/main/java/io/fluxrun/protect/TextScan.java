package io.fluxrun.protect;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks text that reads as {@code name=value}, {@code "name": "value"}, {@code name: value}, {@code <name>value</name>} or
 * {@code scheme://user:password@host}: URLs, forms, JDBC URLs, XML, headers, and what is printed in logs and messages.
 */
final class TextScan {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TAG = 512;
    private static final int LONGEST_VALUE = 16_384;
    private static final String NAME = "_-$@.%[]";
    private static final String END = "&;,\"'<>()[]}|\\#";
    private static final String PARAMETER_END = "&;\"'<>\\#";
    private static final String TRAILING = ",.)]}";
    private static final String BASIC = "Basic ";
    private static final List<String> SCHEMES = List.of(BASIC, "Bearer ");

    /** Names of types, variables and settings are what stands after a name and a colon in a message. */
    private static final Pattern CODE = Pattern.compile(
            "(?:[a-z]+\\.)+[a-zA-Z]+" + "|(?:[a-z]+\\.)*[a-z]*(?:OAuth2|[A-Z]{1,3}[a-z]+)+(?:@[0-9a-f]+)?");

    private static final int LONGEST_CODE = 200;

    private final String text;
    private final MaskRules rules;
    private final Secrets secrets;
    private final StringBuilder out;
    private int copied;

    private TextScan(String text, MaskRules rules, Secrets secrets) {
        this.text = text;
        this.rules = rules;
        this.secrets = secrets;
        out = new StringBuilder(text.length());
    }

    static String mask(String text, MaskRules rules, Secrets secrets) {
        return new TextScan(text, rules, secrets).mask();
    }

    private String mask() {
        for (int i = 0; i < text.length(); i++) {
            if (i < copied) {
                continue;
            }
            switch (text.charAt(i)) {
                case '=', ':' -> pair(i);
                case '<' -> element(i);
                default -> {}
            }
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    private void pair(int at) {
        if (text.startsWith("://", at)) {
            userInfo(at + 3);
            return;
        }
        boolean colon = text.charAt(at) == ':';
        int nameEnd = back(at, ' ');
        boolean spaced = nameEnd < at;
        boolean quoted = nameEnd > 0 && isQuote(text.charAt(nameEnd - 1));
        if (quoted) {
            nameEnd = back(nameEnd - 1, '\\');
        }
        String name = nameBefore(nameEnd);
        if (name == null || !rules.denies(name)) {
            return;
        }
        int start = past(at + 1, ' ');
        boolean gap = spaced || start > at + 1;
        if (is('[', start) && !isParameter(nameEnd - name.length())) {
            start++;
        }
        int quote = past(start, '\\');
        boolean quotedValue = is('"', quote) || is('\'', quote);
        if (quotedValue && (quoted || !colon)) {
            quotedValue(quote + 1, text.charAt(quote), quote - start);
        } else if (quotedValue) {
            wordOrValue(quote + 1, text.charAt(quote) + "\\", true);
        } else if (colon || afterScheme(start) > start) {
            wordOrValue(start, END + "{", false);
        } else if (!gap) {
            plainValue(start, nameEnd - name.length(), name);
        }
    }

    /** Ends at a quote that is escaped as often as the first, {@code \"a\\\"b\"}, or where the text was cut off. */
    private void quotedValue(int from, char quote, int escapes) {
        int start = afterScheme(from);
        int backslashes = 0;
        for (int i = start; i < text.length() && i - start < LONGEST_VALUE; i++) {
            char c = text.charAt(i);
            if (c == quote && (escapes == 0 ? backslashes % 2 == 0 : backslashes == escapes)) {
                int end = i - escapes;
                replace(start, end, Escaped.json(text.substring(start, end), masking(from, start, secrets::mask)));
                return;
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        int end = text.endsWith("…") ? text.length() - 1 : text.length();
        if (end - start < LONGEST_VALUE && start < end) {
            replace(start, end, Escaped.json(text.substring(start, end), secrets::maskUnsure));
        }
    }

    /** In a header or a dump it is a value; in a sentence, "password: is required", a word. */
    private void wordOrValue(int from, String ends, boolean quoted) {
        int start = afterScheme(from);
        int end = start;
        while (end < text.length()
                && text.charAt(end) > ' '
                && ends.indexOf(text.charAt(end)) < 0
                && !text.startsWith("://", end)) {
            end++;
        }
        while (end > start && ":!?…".concat(TRAILING).indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String raw = text.substring(start, end);
        if (Secrets.isStrong(raw) && (quoted || start > from || !isCode(raw))) {
            replace(start, end, masking(from, start, secrets::maskUnsure).apply(raw));
        }
    }

    private static boolean isCode(String word) {
        return word.length() <= LONGEST_CODE && CODE.matcher(word).matches();
    }

    private int afterScheme(int start) {
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
                return past(start + scheme.length(), ' ');
            }
        }
        return start;
    }

    private UnaryOperator<String> masking(int from, int start, UnaryOperator<String> otherwise) {
        return start > from && text.regionMatches(true, from, BASIC, 0, BASIC.length()) ? this::basic : otherwise;
    }

    private String basic(String encoded) {
        String masked = HttpHeaders.basic(encoded, secrets);
        // Without its padding it would get longer.
        return masked.length() == encoded.length() ? masked : secrets.mask(encoded);
    }

    private void plainValue(int start, int nameStart, String name) {
        boolean parameter = isParameter(nameStart);
        String ends = parameter ? PARAMETER_END : END;
        int end = start;
        while (end < text.length() && text.charAt(end) > ' ' && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String raw = text.substring(start, end);
        if (parameter) {
            replace(start, end, Escaped.percent(raw, secrets::mask));
        } else if (Secrets.isStrong(raw) || !name.endsWith("token")) {
            replace(start, end, Escaped.percent(raw, secrets::maskUnsure));
        }
    }

    /** In a URL, a form or a list of settings it is a value; in a sentence, "unexpected token=EOF", maybe a word. */
    private boolean isParameter(int nameStart) {
        return nameStart == 0 || "?&;".indexOf(text.charAt(nameStart - 1)) >= 0;
    }

    private void userInfo(int start) {
        int end = start;
        int at = -1;
        while (end < text.length() && text.charAt(end) > ' ' && "/?#\"'<>".indexOf(text.charAt(end)) < 0) {
            at = text.charAt(end) == '@' ? end : at;
            end++;
        }
        int colon = text.indexOf(':', start);
        if (at > start && colon >= start && colon < at) {
            replace(colon + 1, at, Escaped.percent(text.substring(colon + 1, at), secrets::mask));
        } else if (at - start >= 16) {
            replace(start, at, Escaped.percent(text.substring(start, at), secrets::mask));
        }
    }

    private void element(int at) {
        int end = at + 1;
        while (end < text.length()
                && end - at <= LONGEST_NAME
                && (isName(text.charAt(end)) || text.charAt(end) == ':')) {
            end++;
        }
        String name = text.substring(at + 1, end);
        if (name.isEmpty() || !rules.denies(name.substring(name.lastIndexOf(':') + 1))) {
            return;
        }
        int close = end;
        while (close < text.length() && close - end < LONGEST_TAG && text.charAt(close) != '>') {
            close++;
        }
        int next = text.indexOf('<', close);
        if (next > close + 1 && text.charAt(close) == '>' && text.charAt(close - 1) != '/') {
            replace(close + 1, next, secrets.mask(text.substring(close + 1, next)));
        }
    }

    private void replace(int start, int end, String masked) {
        if (start < end) {
            out.append(text, copied, start).append(masked);
            copied = end;
        }
    }

    private boolean is(char c, int at) {
        return at < text.length() && text.charAt(at) == c;
    }

    private int past(int from, char skipped) {
        int i = from;
        while (is(skipped, i)) {
            i++;
        }
        return i;
    }

    private int back(int from, char skipped) {
        int i = from;
        while (i > 0 && text.charAt(i - 1) == skipped) {
            i--;
        }
        return i;
    }

    private @Nullable String nameBefore(int end) {
        int start = end;
        while (start > copied && end - start <= LONGEST_NAME && isName(text.charAt(start - 1))) {
            start--;
        }
        return start == end ? null : text.substring(start, end);
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || NAME.indexOf(c) >= 0;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
