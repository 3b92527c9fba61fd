package io.fluxrun.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Slots that one thread fills without a lock and any thread may read: an entry is a few references and a number. The
 * size is released after the slots are written.
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

    private final int width;
    private final long bytes;
    private @Nullable Object[] references = NO_REFERENCES;
    private long[] numbers = NO_NUMBERS;
    private int size;

    /**
     * @param width references per entry
     * @param bytes what an entry costs, with what it alone refers to
     */
    Journal(int width, long bytes) {
        this.width = width;
        this.bytes = bytes;
    }

    /**
     * Makes room for one entry.
     *
     * @param space asked for the bytes of more slots
     * @return the entry's index, -1 if there is no space
     */
    int next(LongPredicate space) {
        int index = size;
        if (index == numbers.length && !grow(space)) {
            return -1;
        }
        return index;
    }

    void set(int index, int column, @Nullable Object reference) {
        references[index * width + column] = reference;
    }

    /** Ends the entry that {@link #next} began. */
    void add(int index, long number) {
        numbers[index] = number;
        SIZE.setRelease(this, index + 1);
    }

    int size() {
        return (int) SIZE.getAcquire(this);
    }

    @Nullable
    Object get(int index, int column) {
        return references[index * width + column];
    }

    long number(int index) {
        return numbers[index];
    }

    private boolean grow(LongPredicate space) {
        int length = Math.max(FIRST, numbers.length * 2);
        if (!space.test((length - numbers.length) * bytes)) {
            return false;
        }
        references = Arrays.copyOf(references, length * width);
        numbers = Arrays.copyOf(numbers, length);
        return true;
    }
}
