package io.fluxrun.protect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes masks: of the secret's length in characters and in UTF-8, the same for the same secret, and without the salt
 * of no use for guessing it. Punctuation keeps its place, so that a mask is escaped wherever its secret was. Thread-safe.
 */
final class MaskText {
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{16,}|[0-9A-F]{16,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{14,}={0,2}");
    private static final Pattern MASK = Pattern.compile("masked-?[0-9a-f]{3,}");
    private static final int REMEMBERED = 50_000;
    private static final int ATTEMPTS = 20;
    private static final int SHORT_NUMBER = 10;

    private final SecretKeySpec salt;
    private final Set<String> issued = ConcurrentHashMap.newKeySet();

    MaskText() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        salt = new SecretKeySpec(random, "HmacSHA256");
    }

    /** Returns whether that is a mask already: one of this process, or one that says so. */
    boolean isMask(String text) {
        return issued.contains(text)
                || isShortMask(text)
                || MASK.matcher(maskable(text)).matches();
    }

    private static boolean isShortMask(String text) {
        return isShort(text) && text.equals(shortMask(text));
    }

    String of(String secret) {
        if (isShort(secret)) {
            return shortMask(secret);
        }
        String mask = secret;
        for (int attempt = 0; attempt < ATTEMPTS && (mask.equals(secret) || Cards.isCard(mask)); attempt++) {
            mask = mask(secret, new Stream(attempt + secret));
        }
        if (issued.size() >= REMEMBERED) {
            // Forgetting masks costs no more than masking a mask.
            issued.clear();
        }
        issued.add(mask);
        return mask;
    }

    /**
     * Masks what is so short that a mask of its own could be another's secret: all of these look the same, so nobody can
     * tell which was one.
     */
    static String shortMask(String secret) {
        var mask = new StringBuilder(secret.length());
        for (int i = 0; i < secret.length(); i++) {
            char c = secret.charAt(i);
            mask.append(Digits.isDigit(c) ? '1' : Character.isLetter(c) && c < 0x80 ? 'x' : c);
        }
        return mask.toString();
    }

    private static boolean isShort(String text) {
        return text.length() < (Digits.areAll(text) ? SHORT_NUMBER : Secrets.SHORTEST_EVERYWHERE);
    }

    private static String mask(String secret, Stream stream) {
        if (Digits.areAll(secret)) {
            return Digits.mask(secret, stream);
        } else if (UUID.matcher(secret).matches()) {
            String hex = hexadecimal(secret, stream);
            return hex.substring(0, 14)
                    + secret.charAt(14)
                    + hex.substring(15, 19)
                    + secret.charAt(19)
                    + hex.substring(20);
        } else if (HEX.matcher(secret).matches()) {
            return hexadecimal(secret, stream);
        }
        return text(secret, stream);
    }

    private static String hexadecimal(String secret, Stream stream) {
        var mask = new StringBuilder();
        for (int i = 0; i < secret.length(); i++) {
            char c = secret.charAt(i);
            char digit = stream.hex();
            mask.append(c == '-' ? c : Character.isUpperCase(c) ? Character.toUpperCase(digit) : digit);
        }
        return mask.toString();
    }

    private static String text(String secret, Stream stream) {
        int maskable = maskable(secret).length();
        // Of mostly punctuation nothing would be left to mask.
        boolean everything = maskable * 5 < secret.length() * 3;
        String start = start(secret, everything ? secret.length() : maskable);
        var mask = new StringBuilder(secret.length());
        int at = 0;
        for (int i = 0; i < secret.length(); i++) {
            char c = secret.charAt(i);
            if (isMaskable(c) || (everything && c < 0x80)) {
                mask.append(at < start.length() ? start.charAt(at) : stream.hex());
                at++;
            } else if (c < 0x80) {
                mask.append(c);
            } else if (Character.isHighSurrogate(c)) {
                mask.append(c);
            } else if (Character.isLowSurrogate(c)) {
                mask.append((char) (0xdc00 + stream.nibble()));
            } else {
                mask.append((char) ((c < 0x800 ? 0xe0 : 0x2460) + stream.nibble()));
            }
        }
        return mask.toString();
    }

    /** A base64 key must still decode when an application starts with it. */
    private static String start(String secret, int length) {
        if (length < 12) {
            return "m";
        }
        return secret.length() % 4 == 0 && BASE64.matcher(secret).matches() ? "masked" : "masked-";
    }

    private static String maskable(String text) {
        var maskable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isMaskable(c)) {
                maskable.append(c);
            }
        }
        return maskable.toString();
    }

    private static boolean isMaskable(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
    }

    /** Hexadecimal digits without end, decided by salt and secret. */
    final class Stream {
        private final String seed;
        private String digits = "";
        private int block;
        private int at;

        private Stream(String seed) {
            this.seed = seed;
        }

        char hex() {
            if (at == digits.length()) {
                digits = HexFormat.of().formatHex(block(seed + '\n' + block++));
                at = 0;
            }
            return digits.charAt(at++);
        }

        int nibble() {
            return Character.digit(hex(), 16);
        }

        int below(int bound) {
            return (nibble() * 16 + nibble()) % bound;
        }
    }

    private byte[] block(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(salt);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
