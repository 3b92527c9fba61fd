package io.fluxrun.protect;

import java.util.ArrayDeque;
import java.util.Deque;

/** Masks JSON text below denied names. Lexical: JSON that was cut off or is not quite right is masked too. */
final class JsonScan {
    private final String text;
    private final MaskRules rules;
    private final Secrets secrets;
    private final StringBuilder out;
    private final Deque<Boolean> denied = new ArrayDeque<>();
    private boolean nextDenied;

    private JsonScan(String text, MaskRules rules, Secrets secrets) {
        this.text = text;
        this.rules = rules;
        this.secrets = secrets;
        out = new StringBuilder(text.length());
    }

    static boolean isLikelyJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != '\ufeff') {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    static String mask(String text, MaskRules rules, Secrets secrets) {
        return new JsonScan(text, rules, secrets).mask();
    }

    private String mask() {
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == '"') {
                i = string(i);
            } else if (c == '-' || Digits.isDigit(c)) {
                i = number(i);
            } else {
                structure(c);
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    private void structure(char c) {
        if (c == '{' || c == '[') {
            denied.push(isDenied());
            nextDenied = false;
        } else if (c == '}' || c == ']') {
            denied.poll();
            nextDenied = false;
        } else if (c == ',') {
            nextDenied = false;
        }
    }

    private int string(int start) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        String raw = text.substring(start + 1, end);
        out.append('"');
        if (isFollowedByColon(end + 1)) {
            nextDenied = rules.denies(Escaped.fromJson(raw));
            out.append(raw);
        } else {
            out.append(isDenied() ? Escaped.json(raw, secrets::mask) : raw);
        }
        if (end < text.length()) {
            out.append('"');
        }
        return end + 1;
    }

    private int number(int start) {
        int end = start + 1;
        while (end < text.length() && "0123456789.eE+-".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String raw = text.substring(start, end);
        out.append(isDenied() ? secrets.maskNumber(raw) : raw);
        return end;
    }

    private boolean isDenied() {
        return nextDenied || Boolean.TRUE.equals(denied.peek());
    }

    private boolean isFollowedByColon(int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i < text.length() && text.charAt(i) == ':';
    }
}
