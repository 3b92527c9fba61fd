package com.acme.span;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fluxrun.Span;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Methods of every kind that are spans. */
public class Pricing implements Quotes {
    /** An order. */
    public record Order(String id, int lines) {}

    /** Reads the clock when it is written. */
    public static final class Dated {
        @JsonValue
        public String now() {
            return Instant.now().toString();
        }
    }

    @Span(name = "price")
    public String price(Order order, List<String> codes) {
        String inner = ofClass(order.id()) + secret(1);
        codes.clear();
        return inner;
    }

    @Span
    private String secret(int number) {
        return "s" + number;
    }

    @Span
    public static String ofClass(String id) {
        return last(id);
    }

    @Span
    static final synchronized String last(String id) {
        return id + "!";
    }

    @Span
    public void fails() {
        throw new IllegalStateException("no price");
    }

    @Span
    public <T> CompletionStage<T> later(CompletionStage<T> stage) {
        return stage;
    }

    @Span
    public String dated(Dated dated) {
        return "dated";
    }

    @Span
    public int size(Object any) {
        return 1;
    }

    @Override
    public String quote(String id) {
        return "quote " + id;
    }
}
