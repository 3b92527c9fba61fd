package io.fluxrun.protect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The secrets found so far, and what each is replaced with. Not thread-safe. */
final class Secrets {
    /** What is shorter stands in too many other words to be replaced wherever it occurs. */
    static final int SHORTEST_EVERYWHERE = 6;

    private static final Set<String> NO_SECRETS = Set.of(
            "true",
            "false",
            "null",
            "none",
            "nil",
            "undefined",
            "yes",
            "no",
            "on",
            "off",
            "n/a",
            "?",
            "*",
            "bearer",
            "basic",
            "digest",
            "jwt",
            "mac",
            "anonymous",
            "string",
            "number",
            "optional",
            "required",
            "optional.empty");

    private static final Set<String> WORDS = Set.of(
            "password",
            "passwort",
            "secret",
            "postgres",
            "postgresql",
            "oracle",
            "sqlserver",
            "mariadb",
            "changeit",
            "changeme",
            "default",
            "example",
            "localhost",
            "public",
            "private",
            "username",
            "headers",
            "request",
            "response",
            "status",
            "method",
            "orders",
            "service",
            "123456");

    /** A date in a column such as {@code token} is when, not what; and it must still be one. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d[0-9:.,+Z-]{0,24})?");

    private final MaskText masks;
    private final Map<String, String> found = new LinkedHashMap<>();

    Secrets(MaskText masks) {
        this.masks = masks;
    }

    Map<String, String> found() {
        return found;
    }

    void addAll(Map<String, String> others) {
        found.putAll(others);
    }

    /** Masks what stands at a denied place, and remembers it to be replaced everywhere else. */
    String mask(String secret) {
        return mask(secret, true);
    }

    /** Masks what may be a mere word after something that reads like a name. */
    String maskUnsure(String secret) {
        return mask(secret, isStrong(secret));
    }

    String maskNumber(String number) {
        return Digits.areAll(number) ? mask(number) : fraction(number);
    }

    /** The exponent stays: a number of another magnitude may not fit its type. */
    private static String fraction(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        int end = exponent < 0 ? number.length() : exponent;
        return MaskText.shortMask(number.substring(0, end)) + number.substring(end);
    }

    /** Returns whether a secret is hardly ever part of something else. */
    static boolean isStrong(String secret) {
        boolean letter = false;
        boolean digit = false;
        for (int i = 0; i < secret.length(); i++) {
            char c = secret.charAt(i);
            letter |= Character.isLetter(c);
            digit |= Digits.isDigit(c);
        }
        return (letter && digit && secret.length() >= SHORTEST_EVERYWHERE) || secret.length() >= 16;
    }

    private String mask(String secret, boolean everywhere) {
        if (!isSecret(secret)) {
            return secret;
        }
        String mask = masks.of(secret);
        if (everywhere && secret.length() >= SHORTEST_EVERYWHERE && !WORDS.contains(secret.toLowerCase(Locale.ROOT))) {
            found.put(secret, mask);
        }
        return mask;
    }

    private boolean isSecret(String text) {
        return !text.isBlank()
                && !NO_SECRETS.contains(text.toLowerCase(Locale.ROOT))
                && !text.startsWith("${")
                && !DATE.matcher(text).matches()
                && !masks.isMask(text);
    }
}
