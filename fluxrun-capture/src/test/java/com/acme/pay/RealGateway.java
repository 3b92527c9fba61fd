package com.acme.pay;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Different at each call, and counts them. */
public final class RealGateway implements Gateway {
    public final AtomicInteger calls = new AtomicInteger();

    @Override
    public Receipt charge(String order, BigDecimal amount) throws Declined {
        calls.incrementAndGet();
        if (amount.signum() < 0) {
            throw new Declined("declined " + UUID.randomUUID(), "NEGATIVE", new IOException("bank " + order));
        }
        return new Receipt(UUID.randomUUID().toString(), amount, List.of(order));
    }

    @Override
    public void ping(int times) {
        calls.incrementAndGet();
    }

    @Override
    public long count(boolean open, char kind, double rate) {
        return System.nanoTime() + calls.incrementAndGet();
    }

    @Override
    public Optional<Quote> quote(String sku) {
        calls.incrementAndGet();
        return sku.isEmpty() ? Optional.empty() : Optional.of(made(sku));
    }

    @Override
    public Page<Quote> page(Set<String> skus) {
        calls.incrementAndGet();
        var page = new Page<Quote>();
        page.items = skus.stream().sorted().map(RealGateway::made).toList();
        return page;
    }

    @Override
    public Map<Integer, Receipt> receipts(List<Quote> quotes) throws IOException {
        calls.incrementAndGet();
        if (quotes.isEmpty()) {
            throw new IOException("no quotes at " + System.nanoTime());
        }
        return Map.of(7, new Receipt(quotes.get(0).sku, BigDecimal.TEN, List.of()));
    }

    @Override
    public CompletableFuture<Receipt> later(String order) {
        calls.incrementAndGet();
        return CompletableFuture.supplyAsync(() -> {
            if (order.isEmpty()) {
                throw new IllegalArgumentException("no order " + UUID.randomUUID());
            }
            return new Receipt(UUID.randomUUID().toString(), BigDecimal.ONE, List.of(order));
        });
    }

    @Override
    public CompletionStage<List<Quote>> eventually(String order) {
        calls.incrementAndGet();
        return CompletableFuture.completedFuture(List.of(made(order)));
    }

    @Override
    public CompletableFuture<String> never(String order) {
        calls.incrementAndGet();
        return new CompletableFuture<>();
    }

    @Override
    public Object anything(Object given) {
        calls.incrementAndGet();
        return given;
    }

    @Override
    public void fill(List<String> target) {
        calls.incrementAndGet();
        target.add("filled");
    }

    @Override
    public void fail(String how) {
        calls.incrementAndGet();
        throw new Odd(how.length());
    }

    private static Quote made(String sku) {
        var quote = new Quote();
        quote.sku = sku;
        quote.pieces = (int) (System.nanoTime() % 1000);
        return quote;
    }
}
