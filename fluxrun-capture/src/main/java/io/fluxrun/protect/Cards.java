package io.fluxrun.protect;

/** Recognises payment card numbers: 13 to 19 digits, an issuer's first digits, and the right check digit. */
final class Cards {
    private static final int FEWEST = 13;
    private static final int MOST = 19;

    private Cards() {}

    static boolean isCard(String text) {
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Digits.isDigit(c)) {
                digits.append(c);
            } else if (c != ' ' && c != '-') {
                return false;
            }
        }
        return digits.length() >= FEWEST && digits.length() <= MOST && isIssued(digits) && checks(digits);
    }

    /** Without it, one in ten time stamps in milliseconds would be a card. */
    private static boolean isIssued(CharSequence digits) {
        char first = digits.charAt(0);
        int four = Integer.parseInt(digits, 0, 4, 10);
        return (first >= '3' && first <= '6') || (four >= 2221 && four <= 2720 && digits.length() == 16);
    }

    private static boolean checks(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
