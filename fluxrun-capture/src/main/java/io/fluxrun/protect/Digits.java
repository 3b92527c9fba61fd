package io.fluxrun.protect;

/** Masks of numbers: they stay numbers of their length, and not larger, so that they still fit their type. */
final class Digits {
    private Digits() {}

    /** Returns whether that is a number without sign and fraction, or a long one in groups. */
    static boolean areAll(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (c != ' ' && c != '-') {
                return false;
            }
        }
        return digits > 0 && (digits == text.length() || (digits >= 12 && isDigit(text.charAt(0))));
    }

    static String mask(String number, MaskText.Stream stream) {
        var mask = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!isDigit(c)) {
                mask.append(c);
            } else if (mask.isEmpty()) {
                mask.append(c < '3' ? (c == '0' ? '0' : '1') : (char) ('1' + stream.below(c - '1')));
            } else {
                mask.append((char) ('0' + stream.below(10)));
            }
        }
        return mask.toString();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
