package io.fluxrun.appjson;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The type arguments that a declared type gives generic classes, wherever in it they are. */
final class Generics {
    private final Map<Type, Type> known = new HashMap<>();
    private final Set<Type> ambiguous = new HashSet<>();

    private Generics() {}

    static Generics of(Type declared) {
        var generics = new Generics();
        generics.add(declared);
        return generics;
    }

    /** Returns the class with its type arguments, {@code null} if the declared type does not tell them. */
    @Nullable
    Type of(Class<?> generic) {
        return ambiguous.contains(generic) ? null : known.get(generic);
    }

    private void add(Type type) {
        if (type instanceof GenericArrayType array) {
            add(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            add(wildcard.getUpperBounds()[0]);
        } else if (type instanceof ParameterizedType parameterized) {
            Type before = isTold(parameterized) ? known.put(parameterized.getRawType(), parameterized) : null;
            if (before != null && !before.equals(parameterized)) {
                ambiguous.add(parameterized.getRawType());
            }
            for (Type argument : parameterized.getActualTypeArguments()) {
                add(argument);
            }
        }
    }

    /** Whether no part is left open by a type parameter. */
    private static boolean isTold(Type type) {
        if (!(type instanceof ParameterizedType parameterized)) {
            return type instanceof Class<?>;
        }
        for (Type argument : parameterized.getActualTypeArguments()) {
            if (!isTold(argument)) {
                return false;
            }
        }
        return true;
    }
}
