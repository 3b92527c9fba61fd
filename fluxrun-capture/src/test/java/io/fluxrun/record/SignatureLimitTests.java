package io.fluxrun.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureLimitTests {
    private static final String OUTAGE = "stock";
    private final SignatureLimit<RoughSignature, String> byPlace = new SignatureLimit<>(5, "");
    private final SignatureLimit<Long, Long> limit = new SignatureLimit<>(5, 0L);

    @Test
    void namesThatLookLikeNoIdUseUpNobodyElsesShare() {
        int kept = 0;
        for (int i = 0; i < 10_000; i++) {
            kept += pass(failed("GET /products/" + slug(i), "GET /stock/" + slug(i))) ? 1 : 0;
        }
        assertThat(kept).isBetween(5, 5 * 65);

        for (int i = 0; i < 5; i++) {
            assertThat(pass(failed("GET /orders/abc", "POST /payments"))).isTrue();
        }
        assertThat(pass(failed("GET /orders/abc", "POST /payments"))).isFalse();
    }

    @Test
    void aPlaceThatGoesOnFailingIsNotForgotten() {
        for (int i = 0; i < 5; i++) {
            assertThat(limit.pass(-1L, 7L)).isTrue();
        }
        for (long place = 0; place < 5_000; place++) {
            assertThat(limit.pass(place, 7L)).isTrue();
            assertThat(limit.pass(-1L, 7L)).isFalse();
        }
    }

    @Test
    void whatCameToNothingIsGivenBack() {
        var place = failed("GET /orders/abc", "POST /payments");
        for (int i = 0; i < 20; i++) {
            assertThat(byPlace.pass(place, OUTAGE)).isTrue();
            byPlace.giveBack(place, OUTAGE);
        }
    }

    private boolean pass(RoughSignature failure) {
        return limit.pass(failure.place(), failure.kind());
    }

    private static RoughSignature failed(String route, String lastOperation) {
        return RoughSignature.of(503, null, route, lastOperation);
    }

    private static String slug(int i) {
        return Integer.toString(i, 26)
                .chars()
                .mapToObj(c -> String.valueOf((char) (c < 'a' ? c + 'k' : c)))
                .reduce("w", String::concat);
    }
}
