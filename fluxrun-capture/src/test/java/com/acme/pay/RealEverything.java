package com.acme.pay;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Different at each call. */
public final class RealEverything implements Everything {
    private static final AtomicLong CALLS = new AtomicLong(1000);

    public static long calls() {
        return CALLS.get();
    }

    @Override
    public void nothing() {
        next();
    }

    @Override
    public String text(String given) {
        return given == null ? null : given + next();
    }

    @Override
    public Optional<Optional<String>> optional(boolean full) {
        return full ? Optional.of(Optional.of("full " + next())) : Optional.of(Optional.empty());
    }

    @Override
    public List<Integer> immutableList() {
        return List.of(1, (int) next());
    }

    @Override
    public ArrayList<String> mutableList() {
        return new ArrayList<>(Arrays.asList(null, "n" + next()));
    }

    @Override
    public Set<Long> set() {
        return Set.of(1L, next());
    }

    @Override
    public Map<Colour, List<Circle>> map() {
        return Map.of(Colour.RED, List.of(new Circle(next())));
    }

    @Override
    public int[] numbers() {
        return new int[] {1, (int) next()};
    }

    @Override
    public String[][] table() {
        return new String[][] {{"a", null}, {"n" + next()}};
    }

    @Override
    public char[] letters() {
        return ("n" + next()).toCharArray();
    }

    @Override
    public Shape shape(int nth) {
        return nth == 0 ? new Circle(next()) : new Square(next(), Optional.of(shape(nth - 1)));
    }

    @Override
    public Colour colour(int nth) {
        next();
        return Colour.values()[nth];
    }

    @Override
    public <T> T same(T value) {
        next();
        return value;
    }

    @Override
    public CompletionStage<List<Circle>> stage() {
        return CompletableFuture.supplyAsync(() -> List.of(new Circle(next())));
    }

    @Override
    public CompletableFuture<String> noFuture() {
        next();
        return null;
    }

    @Override
    public Future<String> completable() {
        return CompletableFuture.supplyAsync(() -> "n" + next());
    }

    @Override
    public Future<String> opaque() {
        var task = new FutureTask<>(() -> "n" + next());
        task.run();
        return task;
    }

    @Override
    public String notFound() throws NotFound {
        throw new NotFound(new IllegalStateException("n" + next()));
    }

    @Override
    public String rejected() throws Rejected {
        throw new Rejected("ord", (int) next());
    }

    @Override
    public String varargs(String first, Object... rest) {
        return first + Arrays.toString(rest) + next();
    }

    @Override
    public String overloaded(int number) {
        return "int " + next();
    }

    @Override
    public String overloaded(long number) {
        return "long " + next();
    }

    @Override
    public String overloaded(Integer number) {
        return "Integer " + next();
    }

    @Override
    public Iterator<String> iterator() {
        next();
        return new Cursor();
    }

    @Override
    public Stream<String> stream() {
        return Stream.of("n" + next());
    }

    @Override
    public InputStream bytes() {
        return new ByteArrayInputStream(new byte[] {1, (byte) next()});
    }

    private static long next() {
        return CALLS.incrementAndGet();
    }
}
