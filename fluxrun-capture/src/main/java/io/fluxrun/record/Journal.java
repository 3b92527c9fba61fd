package io.fluxrun.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Slots that one thread, its owner, fills without a lock and any thread may read: an entry is a number, what it means,
 * and what it is about. The size is released after the slots are written. What is full is kept and never copied.
 */
final class Journal {
    private static final VarHandle SIZE;
    private static final int FIRST = 8;
    private static final int LARGEST = 256;
    private static final Part NONE = new Part(null, 0, 0);

    static {
        try {
            SIZE = MethodHandles.lookup().findVarHandle(Journal.class, "size", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final long bytes;
    private Part last = NONE;
    private int size;

    /** The thread that made room last; only that thread itself needs to see it. */
    private @Nullable Thread owner;

    /** @param bytes what an entry costs, with what it alone refers to */
    Journal(long bytes) {
        this.bytes = bytes;
    }

    /**
     * Adds an entry if this thread is the owner and has room. Few instructions, none of them a call: what is recorded
     * most often comes this way.
     */
    boolean append(Object about, byte meaning, long number) {
        var part = last;
        var numbers = part.numbers;
        int index = size;
        int slot = index - part.start;
        if (Thread.currentThread() != owner || slot >= numbers.length) {
            return false;
        }
        numbers[slot] = number;
        part.meanings[slot] = meaning;
        part.abouts[slot] = about;
        SIZE.setRelease(this, index + 1);
        return true;
    }

    /**
     * Adds an entry. Called by one thread only.
     *
     * @param space asked for the bytes of more slots
     * @return whether there was space
     */
    boolean add(Object about, byte meaning, long number, LongPredicate space) {
        return append(about, meaning, number) || (grow(space) && append(about, meaning, number));
    }

    int size() {
        return (int) SIZE.getAcquire(this);
    }

    /** Tells of the first entries in their order; no more than {@link #size} said. */
    void forEach(int first, Entries entries) {
        var parts = new ArrayDeque<Part>();
        for (Part part = last; part != null; part = part.previous) {
            parts.push(part);
        }
        for (var part : parts) {
            int end = Math.min(first - part.start, part.numbers.length);
            for (int slot = 0; slot < end; slot++) {
                entries.entry(part.abouts[slot], part.meanings[slot], part.numbers[slot]);
            }
        }
    }

    private boolean grow(LongPredicate space) {
        int length = Math.min(LARGEST, Math.max(FIRST, size));
        if (!space.test(length * bytes)) {
            return false;
        }
        last = new Part(last, size, length);
        owner = Thread.currentThread();
        return true;
    }

    /** What is told of each entry. */
    interface Entries {
        void entry(Object about, byte meaning, long number);
    }

    private static final class Part {
        private final @Nullable Part previous;
        private final int start;
        private final Object[] abouts;
        private final byte[] meanings;
        private final long[] numbers;

        Part(@Nullable Part previous, int start, int length) {
            this.previous = previous;
            this.start = start;
            abouts = new Object[length];
            meanings = new byte[length];
            numbers = new long[length];
        }
    }
}
