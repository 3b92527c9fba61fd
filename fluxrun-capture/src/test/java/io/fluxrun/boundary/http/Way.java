package io.fluxrun.boundary.http;

import java.time.Duration;

/** One way to make a call with a client. Each call is made by a client of its own, as an application's first. */
@FunctionalInterface
public interface Way {
    /** Puts all that the application observes into the transcript; what it throws is put there by the caller. */
    void call(Request request, Transcript transcript) throws Exception;

    /**
     * @param body of a POST, {@code null}: a GET
     * @param timeout after which the client is to give up reading
     * @param tls what the client is to trust, {@code null}: what it trusts by default
     */
    record Request(String url, byte[] body, Duration timeout, SelfSigned tls) {
        public String method() {
            return body == null ? "GET" : "POST";
        }
    }
}
