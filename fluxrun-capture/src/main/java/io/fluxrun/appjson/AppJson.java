package io.fluxrun.appjson;

import io.fluxrun.run.Value;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes and rebuilds values of the application's types. Text, flags, ints, bytes and {@code ArrayList}s stand for
 * themselves; everything else is {@code {"type": class name, "value": …}}. Thread-safe.
 *
 * <p>Writing reads fields, never getters, so it does not run the application's code except what its Jackson
 * configuration by annotations demands.
 */
public final class AppJson {
    private AppJson() {}

    /**
     * Writes a value as data, as it is now.
     *
     * @param path how messages call the value: {@code arguments[0]}
     * @throws AppJsonException if that cannot be done; the message starts with the path of the part that cannot
     */
    public static Value encode(@Nullable Object object, String path) {
        return encode(object, path, Integer.MAX_VALUE);
    }

    /**
     * As {@link #encode(Object, String)}, unless the value would take much more than these bytes.
     *
     * @throws AppJsonException also if it would
     */
    public static Value encode(@Nullable Object object, String path, int most) {
        return new Encoder(path, most).encode(object);
    }

    /**
     * Rebuilds a value.
     *
     * @param type declared type as a binary name or {@code int}, for numbers that are written without one; {@code null}
     *     if it is not known
     * @param loader that knows the application's classes
     * @throws AppJsonException if that cannot be done
     */
    public static @Nullable Object decode(Value value, @Nullable String type, ClassLoader loader) {
        return new Decoder(loader, null).decode(value, type);
    }

    /**
     * Rebuilds a value of a declared type with its type arguments, which a bean's own text does not tell.
     *
     * @throws AppJsonException if that cannot be done, also when a bean is of a generic class and {@code type} does not say
     *     of what
     */
    public static @Nullable Object decodeAs(Value value, Type type, ClassLoader loader) {
        return new Decoder(loader, Generics.of(type)).decode(value, type.getTypeName());
    }
}
