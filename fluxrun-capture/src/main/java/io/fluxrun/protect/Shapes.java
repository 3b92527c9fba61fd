package io.fluxrun.protect;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what is a secret by its looks, wherever it stands: JWTs, private keys, AWS keys, payment card numbers. */
final class Shapes {
    private static final Pattern JWT =
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,8000}+\\.[A-Za-z0-9_-]{8,16000}+(\\.[A-Za-z0-9_-]{0,4000}+)?");
    private static final Pattern AWS = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b");
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ([A-Z ]{0,20}PRIVATE KEY)-----([^-]{16,20000})(?=-----END)", Pattern.DOTALL);

    /** Ids come first: one UUID in some thousands has the digits of a card in its middle. */
    private static final Pattern CARD = Pattern.compile("\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"
            + "|\\b(?=[0-9]*[a-fA-F])[0-9a-fA-F]{24,64}\\b"
            + "|(?<![0-9.-])[0-9](?:[ -]?[0-9]){12,18}+(?![0-9])");

    private Shapes() {}

    static String mask(String text, Secrets secrets) {
        String masked = text;
        if (masked.contains("eyJ")) {
            masked = replace(JWT.matcher(masked), found -> secrets.mask(found.group()));
        }
        if (masked.contains("-----BEGIN")) {
            masked = replace(
                    KEY.matcher(masked),
                    found -> "-----BEGIN " + found.group(1) + "-----" + secrets.mask(found.group(2)));
        }
        if (masked.contains("AKIA") || masked.contains("ASIA")) {
            masked = replace(AWS.matcher(masked), found -> secrets.mask(found.group()));
        }
        return replace(
                CARD.matcher(masked),
                found -> Cards.isCard(found.group()) ? secrets.mask(found.group()) : found.group());
    }

    private static String replace(Matcher matcher, Function<MatchResult, String> masking) {
        return matcher.replaceAll(found -> Matcher.quoteReplacement(masking.apply(found)));
    }
}
