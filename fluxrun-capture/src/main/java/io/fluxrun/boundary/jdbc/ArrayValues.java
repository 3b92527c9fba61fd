package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** SQL arrays: base type, component class and elements, nested ones included. */
final class ArrayValues {
    static final String TYPE = "array";

    private ArrayValues() {}

    static Value encode(Array array) throws SQLException {
        return Value.fields()
                .put(TypedValues.TYPE, TYPE)
                .put("base", array.getBaseTypeName())
                .put("baseType", array.getBaseType())
                .put("text", array.toString())
                .put("elements", elements(array.getArray()))
                .build();
    }

    /** Returns the value of an array that the application makes, from what it makes it of. */
    static Value made(@Nullable String typeName, @Nullable Object elements) throws SQLException {
        return Value.fields()
                .put(TypedValues.TYPE, TYPE)
                .put("base", typeName)
                .put("elements", elements(elements))
                .build();
    }

    static Array decode(Value value, @Nullable ClassLoader loader) {
        return new VirtualArray(
                value.get("base").text(),
                (int) value.get("baseType").asLong(),
                array(value.get("elements"), loader),
                value.get("text").text());
    }

    private static Value elements(@Nullable Object array) throws SQLException {
        if (array == null) {
            return Value.NULL;
        }
        var items = new ArrayList<Value>();
        for (int i = 0; i < java.lang.reflect.Array.getLength(array); i++) {
            Object element = java.lang.reflect.Array.get(array, i);
            boolean nested = element != null && element.getClass().isArray() && element.getClass() != byte[].class;
            items.add(nested ? elements(element) : TypedValues.encode(TypedValues.hold(element)));
        }
        return Value.fields()
                .put("component", array.getClass().getComponentType().getName())
                .put("items", Value.list(items))
                .build();
    }

    private static @Nullable Object array(Value value, @Nullable ClassLoader loader) {
        if (value.isNull()) {
            return null;
        }
        var items = value.get("items").items();
        Object array = java.lang.reflect.Array.newInstance(
                component(value.get("component").requireText(), loader), items.size());
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            Object element = item.get("component").isNull() ? TypedValues.decode(item, loader) : array(item, loader);
            if (element != null) {
                java.lang.reflect.Array.set(array, i, element);
            }
        }
        return array;
    }

    private static Class<?> component(String name, @Nullable ClassLoader loader) {
        for (Class<?> primitive :
                new Class<?>[] {int.class, long.class, short.class, boolean.class, double.class, float.class, byte.class
                }) {
            if (primitive.getName().equals(name)) {
                return primitive;
            }
        }
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return Object.class;
        }
    }
}
