package io.fluxrun.appjson;

import io.fluxrun.run.Value;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rebuilds values. Never instantiates a class of the JDK that is no plain data: a fixture could be forged. */
final class Decoder {
    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "boolean", boolean.class,
            "byte", byte.class,
            "char", char.class,
            "short", short.class,
            "int", int.class,
            "long", long.class,
            "float", float.class,
            "double", double.class);

    private final ClassLoader loader;
    private final @Nullable Generics generics;

    /** @param generics {@code null}: beans of generic classes have whatever their text makes of them */
    Decoder(ClassLoader loader, @Nullable Generics generics) {
        this.loader = loader;
        this.generics = generics;
    }

    @Nullable
    Object decode(Value value, @Nullable String declared) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Flag flag) {
            return flag.flag();
        }
        if (value instanceof Value.Num number) {
            return number(number.number(), declared);
        }
        if (value instanceof Value.Bytes bytes) {
            return bytes.copy();
        }
        if (value instanceof Value.Items items) {
            return list(items.items());
        }
        if (value.isNull()) {
            return null;
        }
        String type = value.get("type").requireText();
        try {
            return typed(type, value.get("value"));
        } catch (ReflectiveOperationException | RuntimeException failure) {
            throw failure instanceof AppJsonException known
                    ? known
                    : new AppJsonException("A recorded " + type + " cannot be rebuilt: " + failure, failure);
        }
    }

    private @Nullable Object typed(String type, Value value) throws ReflectiveOperationException {
        Scalar<?> scalar = Scalar.named(type);
        if (scalar != null) {
            return scalar.parse(value.requireText());
        }
        if (type.equals(Optional.class.getName())) {
            return Optional.ofNullable(decode(value, null));
        }
        if (type.endsWith("[]")) {
            return array(type.substring(0, type.length() - 2), value.items());
        }
        if (Containers.isCollection(type)) {
            return Containers.collection(type, list(value.items()));
        }
        if (Containers.isMap(type)) {
            return Containers.map(type, map(value));
        }
        Class<?> target = Class.forName(type, true, loader);
        if (target.isEnum()) {
            return constant(target, value.requireText());
        }
        if (target.isRecord()) {
            return record(target, value);
        }
        if (target.getClassLoader() == null || target.getClassLoader() == ClassLoader.getPlatformClassLoader()) {
            throw new AppJsonException("A recorded value names " + type + ", which is no plain data.");
        }
        AppMapper mapper = AppMapper.in(loader);
        if (mapper == null) {
            throw new AppJsonException("A recorded " + type + " cannot be rebuilt: the application has no Jackson.");
        }
        return mapper.read(JsonText.print(value), withArguments(target));
    }

    private Type withArguments(Class<?> target) {
        if (generics == null || target.getTypeParameters().length == 0) {
            return target;
        }
        Type told = generics.of(target);
        if (told == null) {
            throw new AppJsonException("A recorded " + target.getName()
                    + " cannot be rebuilt: the declared type does not tell its type arguments.");
        }
        return told;
    }

    private List<@Nullable Object> list(List<Value> items) {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(item -> list.add(decode(item, null)));
        return list;
    }

    private Map<@Nullable Object, @Nullable Object> map(Value value) {
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        if (value instanceof Value.Fields fields) {
            fields.fields().forEach((key, entry) -> map.put(key, decode(entry, null)));
        }
        for (Value pair : value.items()) {
            map.put(decode(pair.items().get(0), null), decode(pair.items().get(1), null));
        }
        return map;
    }

    private Object array(String component, List<Value> items) throws ReflectiveOperationException {
        Object array = Array.newInstance(type(component), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, decode(items.get(i), component));
        }
        return array;
    }

    private Class<?> type(String name) throws ReflectiveOperationException {
        if (name.endsWith("[]")) {
            return type(name.substring(0, name.length() - 2)).arrayType();
        }
        Class<?> primitive = PRIMITIVES.get(name);
        return primitive == null ? Class.forName(name, false, loader) : primitive;
    }

    private Object record(Class<?> type, Value value) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = decode(
                    value.get(components[i].getName()), components[i].getType().getName());
        }
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new AppJsonException("The recorded " + type.getName() + "." + name + " no longer exists.");
    }

    private static Object number(BigDecimal number, @Nullable String declared) {
        if (declared == null) {
            return number.intValueExact();
        }
        return switch (declared) {
            case "long", "java.lang.Long" -> number.longValueExact();
            case "short", "java.lang.Short" -> number.shortValueExact();
            case "byte", "java.lang.Byte" -> number.byteValueExact();
            case "double", "java.lang.Double" -> number.doubleValue();
            case "float", "java.lang.Float" -> number.floatValue();
            case "java.math.BigDecimal" -> number;
            case "java.math.BigInteger" -> number.toBigIntegerExact();
            default -> number.intValueExact();
        };
    }
}
