package io.fluxrun.boundary.http.message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a URL as a client has sent it. Clients send what {@link java.net.URI} refuses to read ({@code a|b} in a
 * query, {@code my_host}), and a recorded run that cannot be read cannot be replayed: every text can be read here. What
 * {@code URI} would read is as {@code URI} would give it, other characters of path and query are percent-encoded.
 *
 * @param scheme empty if there is none
 * @param host without user and port, as it is written; empty if there is none
 * @param port -1 if there is none
 * @param path encoded, may be empty
 * @param query encoded, {@code null} if there is none
 */
public record LenientUrl(
        String scheme,
        String host,
        int port,
        String path,
        @Nullable String query) {
    /** The parts of any URI, as RFC 3986 splits them in its appendix B. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:.*@)?(\\[[^]]*]|.*?)(?::([0-9]{0,9}))?", Pattern.DOTALL);

    private static final String IN_PATH = "_-!.~'()*:@&=+$,;/";
    private static final String IN_QUERY = IN_PATH + "?[]";

    public static LenientUrl of(String url) {
        Matcher parts = matched(PARTS, url);
        Matcher authority = matched(AUTHORITY, orEmpty(parts.group(2)));
        String port = orEmpty(authority.group(2));
        String query = parts.group(4);
        return new LenientUrl(
                orEmpty(parts.group(1)),
                orEmpty(authority.group(1)),
                port.isEmpty() ? -1 : Integer.parseInt(port),
                encoded(orEmpty(parts.group(3)), IN_PATH),
                query == null ? null : encoded(query, IN_QUERY));
    }

    private static String encoded(String part, String legal) {
        var encoded = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '%' ? isEscape(part, i) : isLegal(c, legal)) {
                encoded.append(c);
            } else {
                for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(hex(b >> 4)).append(hex(b));
                }
            }
        }
        return encoded.toString();
    }

    /** As {@code URI} has it, which takes what is not ASCII as it is. */
    private static boolean isLegal(char c, String legal) {
        return c < 0x80
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || legal.indexOf(c) >= 0
                : !Character.isSpaceChar(c) && !Character.isISOControl(c);
    }

    private static boolean isEscape(String part, int at) {
        return at + 2 < part.length() && isHex(part.charAt(at + 1)) && isHex(part.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit & 0xf, 16));
    }

    private static Matcher matched(Pattern any, String text) {
        Matcher matcher = any.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException(any + " takes every text: " + text);
        }
        return matcher;
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }
}
