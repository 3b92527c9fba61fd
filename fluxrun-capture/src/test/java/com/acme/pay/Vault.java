package com.acme.pay;

import io.fluxrun.Boundary;
import java.util.List;
import java.util.Map;

/** A boundary through which secrets go. */
@Boundary
public interface Vault {
    List<String> SECRETS = List.of(
            "arg-hunter2",
            "bean-hunter3",
            "map-hunter4",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJvcmRfMDEifQ.dGVzdC1zaWduYXR1cmUtb2YtdGhlLXRva2Vu",
            "4111111111111111",
            "result-hunter5",
            "field-hunter6",
            "message-hunter7");

    record Login(String user, String password) {}

    record Session(String order, String accessToken) {}

    /** Carries a secret in a field of its own. */
    class Locked extends Exception {
        private static final long serialVersionUID = 1L;
        final String token;

        public Locked(String message, Throwable cause) {
            super(message, cause);
            token = SECRETS.get(6);
        }
    }

    Session open(String user, String password);

    Session login(Login login, Map<String, String> more);

    String opaque(String text);

    Session locked(String order) throws Locked;

    /** An application that uses each once. */
    final class Caller {
        private Caller() {}

        public static void use() {
            var vault = new Real();
            vault.open("ord_01", SECRETS.get(0));
            vault.login(new Login("ord_01", SECRETS.get(1)), Map.of("secret", SECRETS.get(2)));
            vault.opaque(SECRETS.get(3));
            try {
                vault.locked("ord_01");
            } catch (Locked expected) {
                // It is recorded all the same.
            }
        }
    }

    /** What is outside. */
    final class Real implements Vault {
        @Override
        public Session open(String user, String password) {
            return new Session(user, SECRETS.get(5));
        }

        @Override
        public Session login(Login login, Map<String, String> more) {
            return new Session(login.user(), SECRETS.get(5));
        }

        @Override
        public String opaque(String text) {
            return "paid with " + SECRETS.get(4);
        }

        @Override
        public Session locked(String order) throws Locked {
            throw new Locked("wrong PIN for " + order + ": token=" + SECRETS.get(7), null);
        }
    }
}
