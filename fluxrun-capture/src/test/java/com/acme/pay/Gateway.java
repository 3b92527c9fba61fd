package com.acme.pay;

import io.fluxrun.Boundary;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What an application calls to reach the world in a way of its own. */
@Boundary
public interface Gateway {
    /** A record, whose parts say what they are. */
    record Receipt(String id, BigDecimal amount, List<String> lines) {}

    /** A bean that Jackson writes. */
    class Quote {
        public String sku = "";
        public int pieces;
    }

    /** A generic bean: its JSON does not say of what. */
    class Page<T> {
        public List<T> items = List.of();
    }

    class Declined extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        public Declined(String message, Throwable cause) {
            this(message, "none", cause);
        }

        Declined(String message, String code, Throwable cause) {
            super(message, cause);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Has no constructor that makes it again. */
    class Odd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Odd(int number) {
            super("odd " + number);
        }
    }

    @Boundary(write = true)
    Receipt charge(String order, BigDecimal amount) throws Declined;

    void ping(int times);

    long count(boolean open, char kind, double rate);

    Optional<Quote> quote(String sku);

    Page<Quote> page(Set<String> skus);

    Map<Integer, Receipt> receipts(List<Quote> quotes) throws IOException;

    CompletableFuture<Receipt> later(String order);

    CompletionStage<List<Quote>> eventually(String order);

    CompletableFuture<String> never(String order);

    Object anything(Object given);

    void fill(List<String> target);

    void fail(String how);

    default String greeting(String name) {
        return "hello " + name;
    }
}
