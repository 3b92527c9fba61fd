package io.fluxrun.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureSignaturesTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "order 4711 not found | order <n> not found",
                "order 'ord_01' not found | order <quoted> not found",
                "key 6ba7b810-9dad-11d1-80b4-00c04fd430c8 is gone | key <uuid> is gone",
                "expired at 2026-11-21T08:15:00.123Z, retry | expired at <date>, retry",
                "lock java.lang.Object@1a2b3c is held | lock java.lang.Object<hex> is held",
                "digest deadbeef0123 differs | digest <hex> differs",
                "timeout after 2.5 s | timeout after <n> s",
                "facade feedback | facade feedback",
            })
    void messagesLoseWhatDiffersFromOneOccurrenceToTheNext(String message, String normal) {
        assertThat(signature(500, error("E", message)).message()).isEqualTo(normal);
    }

    @Test
    void theRootCauseNamesTheFailure() {
        var root = new Thrown(
                "com.acme.Broken",
                "no stock",
                List.of(
                        "java.util.Objects#requireNonNull:233",
                        "com.acme.Orders#lambda$place$12:41",
                        "com.acme.Orders$$SpringCGLIB$$0#place:0",
                        "org.springframework.web.Servlet#service:1",
                        "com.acme.Orders#place:40",
                        "com.acme.Api#get:12",
                        "com.acme.Filter#doFilter:9"),
                Value.NULL,
                null);
        var signature =
                signature(500, new Thrown("jakarta.servlet.ServletException", "x", List.of(), Value.NULL, root));

        assertThat(signature.exception()).isEqualTo("com.acme.Broken");
        assertThat(signature.frames())
                .containsExactly("com.acme.Orders#place", "com.acme.Orders#place", "com.acme.Api#get");
    }

    @Test
    void theBreakingExchangeIsTheEarliestThatBestExplainsTheFailure() {
        var optional = exchange(1, answered(500));
        var refused = exchange(2, Answer.of(error("java.net.ConnectException", "refused")));
        var unavailable = exchange(3, answered(503));
        var again = exchange(4, answered(503));
        var wrapped =
                new Thrown("com.acme.Down", null, List.of(), Value.NULL, error("java.net.ConnectException", "refused"));

        assertThat(signature(503, null, optional, refused, unavailable, again).breaking())
                .isEqualTo(3);
        assertThat(signature(503, wrapped, optional, refused, unavailable, again)
                        .breaking())
                .isEqualTo(2);
        assertThat(signature(502, null, optional, refused, unavailable).breaking())
                .isEqualTo(1);
        assertThat(signature(502, null, optional, refused, unavailable).operation())
                .isEqualTo("http call 1");
        assertThat(signature(500, error("E", "own bug"), exchange(1, answered(200)))
                        .breaking())
                .isZero();
        assertThat(signature(500, null, exchange(1, answered(404))).operation()).isNull();
    }

    @Test
    void sameFailureDoesNotLookAtFramesOrOrdinals() {
        var recorded = new FailureSignature("E", "m", 500, List.of("a#b"), 3, "http GET /stock");

        assertThat(same(recorded, new FailureSignature("E", "m", 500, List.of(), 2, "http GET /stock")))
                .isTrue();
        assertThat(same(recorded, new FailureSignature("F", "m", 500, List.of(), 3, "http GET /stock")))
                .isFalse();
        assertThat(same(recorded, new FailureSignature("E", "n", 500, List.of(), 3, "http GET /stock")))
                .isFalse();
        assertThat(same(recorded, new FailureSignature("E", "m", 503, List.of(), 3, "http GET /stock")))
                .isFalse();
        assertThat(same(recorded, new FailureSignature("E", "m", 500, List.of(), 0, null)))
                .isFalse();
    }

    private static boolean same(FailureSignature one, FailureSignature other) {
        return FailureSignatures.sameFailure(one, other);
    }

    private static FailureSignature signature(int status, @Nullable Thrown error, Exchange... exchanges) {
        return FailureSignatures.of(status, error, List.of(exchanges));
    }

    private static Thrown error(String type, String message) {
        return new Thrown(type, message, List.of(), Value.NULL, null);
    }

    private static Exchange exchange(int n, Answer answer) {
        return new Exchange(n, "main", "http", "call " + n, 0, 1, Value.NULL, answer);
    }

    private static Answer answered(int status) {
        return Answer.of(Value.fields().put("status", status).build());
    }
}
