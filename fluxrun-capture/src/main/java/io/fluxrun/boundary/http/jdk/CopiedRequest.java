package io.fluxrun.boundary.http.jdk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The application's request with a publisher that copies. Only the client sees it: it takes the parts into a request of
 * its own, and {@link PublisherHook} hides the publisher from the application again.
 */
final class CopiedRequest extends HttpRequest {
    private final HttpRequest original;
    private final CopiedPublisher publisher;

    CopiedRequest(HttpRequest original, CopiedPublisher publisher) {
        this.original = original;
        this.publisher = publisher;
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
        return Optional.of(publisher);
    }

    @Override
    public String method() {
        return original.method();
    }

    @Override
    public Optional<Duration> timeout() {
        return original.timeout();
    }

    @Override
    public boolean expectContinue() {
        return original.expectContinue();
    }

    @Override
    public URI uri() {
        return original.uri();
    }

    @Override
    public Optional<HttpClient.Version> version() {
        return original.version();
    }

    @Override
    public HttpHeaders headers() {
        return original.headers();
    }

    @Override
    public String toString() {
        return original.toString();
    }
}
