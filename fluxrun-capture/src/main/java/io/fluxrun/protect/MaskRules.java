package io.fluxrun.protect;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which names hold secrets: of headers, cookies, query and form parameters, JSON fields, SQL columns and parameters,
 * settings and environment variables. Case and the characters {@code _ - $ @ .} and space do not matter. Immutable and
 * thread-safe.
 */
public final class MaskRules {
    /** The deny-list alone. */
    public static final MaskRules DEFAULT = new MaskRules(List.of());

    private static final Set<String> NAMES = Set.of(
            "authorization",
            "proxyauthorization",
            "cookie",
            "setcookie",
            "pass",
            "pin",
            "pan",
            "cvv",
            "cvc",
            "ssn",
            "otp",
            "sig",
            "passwordhash",
            "passworddigest",
            "secretvalue",
            "tokenvalue",
            "xfunctionskey");

    private static final List<String> ENDINGS = List.of(
            "password",
            "passwords",
            "passwd",
            "pwd",
            "passphrase",
            "passcode",
            "secret",
            "secrets",
            "token",
            "tokens",
            "apikey",
            "apikeys",
            "privatekey",
            "accesskey",
            "accesskeyid",
            "secretkey",
            "signingkey",
            "encryptionkey",
            "sharedkey",
            "masterkey",
            "authkey",
            "hmackey",
            "jwtkey",
            "subscriptionkey",
            "credential",
            "credentials",
            "signature",
            "sessionid",
            "jwt",
            "cardnumber",
            "securitycode");

    private final Set<String> more;

    private MaskRules(Collection<String> more) {
        this.more = new HashSet<>();
        more.forEach(name -> this.more.add(normalised(name)));
        this.more.remove("");
    }

    /** Returns the deny-list and these names. */
    public static MaskRules with(Collection<String> names) {
        return new MaskRules(names);
    }

    boolean denies(String name) {
        String normalised = normalised(name);
        return NAMES.contains(normalised)
                || more.contains(normalised)
                || more.contains(normalised(name.substring(name.lastIndexOf('.') + 1)))
                || ENDINGS.stream().anyMatch(normalised::endsWith);
    }

    private static String normalised(String name) {
        var letters = new StringBuilder(name.length());
        String plain = name.toLowerCase(Locale.ROOT).replace("%5b", "").replace("%5d", "");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ("_-$@. []".indexOf(c) < 0) {
                letters.append(c);
            }
        }
        return letters.toString();
    }
}
