package io.fluxrun.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Slots that one thread, its owner, fills without a lock and any thread may read: an entry is a site, what its number
 * means, and the number. The size is released after the slots are written.
 */
final class Journal {
    private static final VarHandle SIZE;
    private static final Object[] NO_REFERENCES = {};
    private static final long[] NO_NUMBERS = {};
    private static final int FIRST = 8;

    static {
        try {
            SIZE = MethodHandles.lookup().findVarHandle(Journal.class, "size", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final long bytes;
    private @Nullable Object[] references = NO_REFERENCES;
    private long[] numbers = NO_NUMBERS;
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
    boolean append(String site, Object kind, long number) {
        int index = size;
        var into = numbers;
        if (Thread.currentThread() != owner || index >= into.length) {
            return false;
        }
        var beside = references;
        beside[2 * index] = site;
        beside[2 * index + 1] = kind;
        into[index] = number;
        SIZE.setRelease(this, index + 1);
        return true;
    }

    /**
     * Adds an entry. Called by one thread only.
     *
     * @param space asked for the bytes of more slots
     * @return whether there was space
     */
    boolean add(String site, Object kind, long number, LongPredicate space) {
        return append(site, kind, number) || (grow(space) && append(site, kind, number));
    }

    int size() {
        return (int) SIZE.getAcquire(this);
    }

    @Nullable
    Object site(int index) {
        return references[2 * index];
    }

    @Nullable
    Object kind(int index) {
        return references[2 * index + 1];
    }

    long number(int index) {
        return numbers[index];
    }

    private boolean grow(LongPredicate space) {
        int length = Math.max(FIRST, numbers.length * 2);
        if (!space.test((length - numbers.length) * bytes)) {
            return false;
        }
        references = Arrays.copyOf(references, 2 * length);
        numbers = Arrays.copyOf(numbers, length);
        owner = Thread.currentThread();
        return true;
    }
}
