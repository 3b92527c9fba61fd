package io.fluxrun;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an option's value may look like. */
enum OptionForm {
    STORE("file: and a directory, as in file:.fluxrun", "[a-z][a-z0-9+.-]*:.+"),
    SWITCH("true or false", "true|false"),
    MODE("record, replay or off", "record|replay|off"),
    SIZE("a number of bytes, or one with a unit, as in 64KB or 1MB", "([0-9]{1,9})\\s*(?:([KMG])I?)?B?"),
    COUNT("a whole number from 1 to 999999999", "[1-9][0-9]{0,8}"),
    MILLIS("a whole number of milliseconds", "[0-9]{1,9}"),
    HEADER("the name of a request header", "[!#$%&'*+.^_`|~0-9A-Z-]+"),
    TEXT("text", ".+"),
    NAMES("names, separated by commas", ".+");

    private final String allowed;
    private final Pattern pattern;

    OptionForm(String allowed, String pattern) {
        this.allowed = allowed;
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    String allowed() {
        return allowed;
    }

    boolean accepts(String value) {
        return pattern.matcher(value).matches();
    }

    /** Returns the bytes that a value accepted as {@link #SIZE} means; units are powers of 1024. */
    static long bytes(String size) {
        var matcher = SIZE.pattern.matcher(size);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(size);
        }
        String unit = matcher.group(2);
        int power = unit == null ? 0 : "KMG".indexOf(unit.toUpperCase(Locale.ROOT)) + 1;
        return Long.parseLong(matcher.group(1)) << (10 * power);
    }
}
