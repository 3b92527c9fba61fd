package io.fluxrun.appjson;

import java.lang.ref.SoftReference;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The Jackson that a class loader sees, used by reflection: FluxRun shares no type with the application. */
final class AppMapper {
    private static final Map<ClassLoader, SoftReference<Found>> BY_LOADER =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Object mapper;

    private AppMapper(Object mapper) {
        this.mapper = mapper;
    }

    /** Returns the loader's Jackson 3, else its Jackson 2, {@code null} if it has neither. */
    static @Nullable AppMapper in(ClassLoader loader) {
        var known = BY_LOADER.get(loader);
        var found = known == null ? null : known.get();
        if (found == null) {
            found = new Found(find(loader));
            BY_LOADER.put(loader, new SoftReference<>(found));
        }
        return found.mapper();
    }

    String write(Object object) throws ReflectiveOperationException {
        return (String) Jackson.call(mapper, "writeValueAsString", object);
    }

    /** Writes no more than these characters: what has more fails. */
    String write(Object object, int most) throws ReflectiveOperationException {
        var text = new ShortText(most);
        Jackson.call(mapper, "writeValue", text, object);
        return text.toString();
    }

    Object read(String json, Type type) throws ReflectiveOperationException {
        return Jackson.call(
                mapper,
                "readValue",
                json,
                type instanceof Class<?> ? type : Jackson.call(mapper, "constructType", type));
    }

    private static @Nullable AppMapper find(ClassLoader loader) {
        for (Jackson jackson : Jackson.VERSIONS) {
            Object mapper = jackson.mapper(loader);
            if (mapper != null) {
                return new AppMapper(mapper);
            }
        }
        return null;
    }

    private record Found(@Nullable AppMapper mapper) {}
}
