package io.fluxrun.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What crossed a boundary, as data: a JSON tree whose leaves may also be raw bytes. Immutable and thread-safe. Field
 * order is kept, and is not part of equality.
 */
public sealed interface Value {

    Value NULL = new Null();

    /** Returns text, or {@link #NULL} for {@code null}. */
    static Value of(@Nullable String text) {
        return text == null ? NULL : new Text(text);
    }

    static Value of(long number) {
        return new Num(BigDecimal.valueOf(number));
    }

    static Value of(BigDecimal number) {
        return new Num(number);
    }

    static Value of(boolean flag) {
        return new Flag(flag);
    }

    /** Returns a body: the bytes are copied. */
    static Value of(byte[] bytes) {
        return new Bytes(bytes);
    }

    static Value list(List<? extends Value> items) {
        return new Items(List.copyOf(items));
    }

    static <T> Value list(Iterable<T> items, Function<? super T, ? extends Value> encoding) {
        var values = new ArrayList<Value>();
        items.forEach(item -> values.add(encoding.apply(item)));
        return new Items(values);
    }

    static FieldsBuilder fields() {
        return new FieldsBuilder();
    }

    /** Returns the named field, or {@link #NULL} when this is no {@link Fields} or has no such field. */
    default Value get(String field) {
        return this instanceof Fields fields ? fields.fields().getOrDefault(field, NULL) : NULL;
    }

    /** Returns the items of a list; empty for anything else. */
    default List<Value> items() {
        return this instanceof Items items ? items.items() : List.of();
    }

    default boolean isNull() {
        return this instanceof Null;
    }

    /** Returns the text of a {@link Text}, {@code null} for anything else. */
    default @Nullable String text() {
        return this instanceof Text text ? text.text() : null;
    }

    /** Returns the text of a {@link Text}; throws for anything else. */
    default String requireText() {
        if (this instanceof Text text) {
            return text.text();
        }
        throw new IllegalStateException("expected text but was " + this);
    }

    /** Returns the number of a {@link Num} as a long; throws for anything else or when it does not fit. */
    default long asLong() {
        if (this instanceof Num num) {
            return num.number().longValueExact();
        }
        throw new IllegalStateException("expected a number but was " + this);
    }

    default boolean flag() {
        return this instanceof Flag flag && flag.flag();
    }

    /** Returns a copy of the bytes of a body, {@code null} for anything else. */
    default byte @Nullable [] bytes() {
        return this instanceof Bytes bytes ? bytes.copy() : null;
    }

    /** The absent value; {@link #NULL} is its only instance. */
    final class Null implements Value {
        private Null() {}

        @Override
        public String toString() {
            return "null";
        }
    }

    record Text(String text) implements Value {}

    record Num(BigDecimal number) implements Value {}

    record Flag(boolean flag) implements Value {}

    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Fields(Map<String, Value> fields) implements Value {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** Raw bytes: a body as it crossed the wire. Equality is by content. */
    final class Bytes implements Value {
        private final byte[] content;

        private Bytes(byte[] content) {
            this.content = content.clone();
        }

        public byte[] copy() {
            return content.clone();
        }

        public int size() {
            return content.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bytes that && Arrays.equals(content, that.content);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(content);
        }

        @Override
        public String toString() {
            return "Bytes[" + content.length + "]";
        }
    }

    /** Collects fields in order. Not thread-safe. */
    final class FieldsBuilder {
        private final Map<String, Value> fields = new LinkedHashMap<>();

        private FieldsBuilder() {}

        public FieldsBuilder put(String name, Value value) {
            fields.put(name, Objects.requireNonNull(value));
            return this;
        }

        public FieldsBuilder put(String name, @Nullable String text) {
            return put(name, Value.of(text));
        }

        public FieldsBuilder put(String name, long number) {
            return put(name, Value.of(number));
        }

        /** Adds the field unless the value is {@link Value#NULL}. */
        public FieldsBuilder putUnlessNull(String name, Value value) {
            return value.isNull() ? this : put(name, value);
        }

        public Value build() {
            return new Fields(fields);
        }
    }
}
