package io.fluxrun.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MovedEntryTests {
    private static final Entry REQUEST = new Entry(
            Entry.Kind.HTTP,
            "GET /orders",
            Value.fields()
                    .put("method", "GET")
                    .put("target", "/orders?coupon=EXPIRED")
                    .build());

    @Test
    void aMovedRequestKeepsItsQuery() {
        var moved = new MovedEntry(null, null, null, "/v2/orders");
        assertThat(moved.fits(Entry.Kind.HTTP)).isTrue();
        assertThat(moved.moved(REQUEST).request())
                .isEqualTo(Value.fields()
                        .put("method", "GET")
                        .put("target", "/v2/orders?coupon=EXPIRED")
                        .build());
        assertThat(moved.moved(REQUEST).name()).isEqualTo("GET /orders");
    }

    @Test
    void nothingElseOfARequestIsMoved() {
        assertThat(new MovedEntry(null, null, null, "/v2?x=1").fits(Entry.Kind.HTTP))
                .isFalse();
        assertThat(new MovedEntry(null, null, null, "v2").fits(Entry.Kind.HTTP)).isFalse();
        assertThat(new MovedEntry(null, "POST", null, "/v2").fits(Entry.Kind.HTTP))
                .isFalse();
        assertThat(new MovedEntry("a.B", null, null, null).fits(Entry.Kind.HTTP))
                .isFalse();
        assertThat(new MovedEntry("a.B", null, List.of(), null).fits(Entry.Kind.METHOD))
                .isTrue();
        assertThat(new MovedEntry("a.B", null, null, "/v2").fits(Entry.Kind.METHOD))
                .isFalse();
        assertThat(new MovedEntry(null, null, null, null).fits(Entry.Kind.METHOD))
                .isFalse();
        assertThat(new MovedEntry("a.B", null, null, null).fits(Entry.Kind.MESSAGE))
                .isFalse();
    }
}
