package io.fluxrun.boundary.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An array read from the recording, or made by the application for a statement's parameter. */
final class VirtualArray implements Array {
    private final @Nullable String typeName;
    private final int baseType;
    private final @Nullable Object elements;
    private final @Nullable String text;

    VirtualArray(@Nullable String typeName, int baseType, @Nullable Object elements, @Nullable String text) {
        this.typeName = typeName;
        this.baseType = baseType;
        this.elements = elements;
        this.text = text;
    }

    @Override
    public @Nullable String getBaseTypeName() {
        return typeName;
    }

    @Override
    public int getBaseType() {
        return baseType;
    }

    @Override
    public @Nullable Object getArray() {
        return elements;
    }

    @Override
    public @Nullable Object getArray(@Nullable Map<String, Class<?>> map) {
        return elements;
    }

    @Override
    public @Nullable Object getArray(long index, int count) {
        if (elements == null) {
            return null;
        }
        Object part = java.lang.reflect.Array.newInstance(elements.getClass().getComponentType(), count);
        System.arraycopy(elements, (int) index - 1, part, 0, count);
        return part;
    }

    @Override
    public @Nullable Object getArray(long index, int count, @Nullable Map<String, Class<?>> map) {
        return getArray(index, count);
    }

    @Override
    public ResultSet getResultSet() {
        throw Lanes.unsupported("Array.getResultSet");
    }

    @Override
    public ResultSet getResultSet(@Nullable Map<String, Class<?>> map) {
        throw Lanes.unsupported("Array.getResultSet");
    }

    @Override
    public ResultSet getResultSet(long index, int count) {
        throw Lanes.unsupported("Array.getResultSet");
    }

    @Override
    public ResultSet getResultSet(long index, int count, @Nullable Map<String, Class<?>> map) {
        throw Lanes.unsupported("Array.getResultSet");
    }

    @Override
    public void free() {
        // Nothing is held outside this object.
    }

    @Override
    public String toString() {
        return text != null ? text : Arrays.deepToString(new @Nullable Object[] {elements});
    }
}
