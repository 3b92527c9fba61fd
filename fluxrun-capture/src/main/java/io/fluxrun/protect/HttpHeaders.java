package io.fluxrun.protect;

import io.fluxrun.run.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Masks header values; the scheme of credentials and the names and attributes of cookies stay. */
final class HttpHeaders {
    private HttpHeaders() {}

    /** Masks {@code [[name, value], …]}. */
    static Value mask(Value headers, MaskRules rules, Secrets secrets, Mapping others) {
        if (!(headers instanceof Value.Items)) {
            return others.value(headers);
        }
        return Value.list(headers.items(), header -> {
            List<Value> pair = header.items();
            String name = pair.size() == 2 ? pair.get(0).text() : null;
            String value = pair.size() == 2 ? pair.get(1).text() : null;
            return name == null || value == null
                    ? others.value(header)
                    : Value.list(List.of(pair.get(0), Value.of(mask(name, value, rules, secrets, others))));
        });
    }

    private static String mask(String name, String value, MaskRules rules, Secrets secrets, Mapping others) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "authorization", "proxy-authorization" -> credentials(value, secrets);
            case "cookie" -> cookies(value, secrets);
            case "set-cookie" -> {
                int end = value.indexOf(';') < 0 ? value.length() : value.indexOf(';');
                yield cookies(value.substring(0, end), secrets) + value.substring(end);
            }
            default -> rules.denies(name) ? secrets.mask(value) : others.text(value);
        };
    }

    private static String credentials(String value, Secrets secrets) {
        int space = value.indexOf(' ');
        if (space < 0) {
            return secrets.mask(value);
        }
        String scheme = value.substring(0, space + 1);
        String rest = value.substring(space + 1);
        return scheme + (scheme.equalsIgnoreCase("basic ") ? basic(rest, secrets) : secrets.mask(rest));
    }

    static String basic(String encoded, Secrets secrets) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon >= 0) {
                String masked = decoded.substring(0, colon + 1) + secrets.mask(decoded.substring(colon + 1));
                return Base64.getEncoder().encodeToString(masked.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            return secrets.mask(encoded);
        }
        return secrets.mask(encoded);
    }

    private static String cookies(String value, Secrets secrets) {
        var masked = new StringBuilder(value.length());
        String separator = "";
        for (String cookie : value.split(";", -1)) {
            int equals = cookie.indexOf('=');
            masked.append(separator)
                    .append(cookie, 0, equals + 1)
                    .append(Escaped.percent(cookie.substring(equals + 1), secrets::mask));
            separator = ";";
        }
        return masked.toString();
    }
}
