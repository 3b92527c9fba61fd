package io.fluxrun.appjson;

import io.fluxrun.run.Value;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Writes one value; knows where in it it is. Not thread-safe. */
final class Encoder {
    private static final int DEEPEST = 64;
    private static final int EACH = 16;

    /** A file takes 64 levels in one piece, of which the boundaries need some around the value; a bean has its own. */
    private static final int DEEPEST_VALUE = 56;

    private final Deque<String> path = new ArrayDeque<>();

    private final int most;
    private long left;

    /** @param most roughly the bytes that the value may take */
    Encoder(String root, int most) {
        this.most = most;
        left = most;
        path.add(root);
    }

    Value encode(@Nullable Object object) {
        try {
            Value written = value(object);
            if (levels(written) > DEEPEST_VALUE) {
                throw tooDeep(object);
            }
            return written;
        } catch (AppJsonException known) {
            throw known;
        } catch (Exception | StackOverflowError failure) {
            throw refusal(object, failure.toString(), failure);
        }
    }

    private Value value(@Nullable Object object) throws ReflectiveOperationException {
        if (object == null) {
            return Value.NULL;
        }
        spend(object, EACH);
        if (object instanceof String text) {
            spend(object, text.length());
            return Value.of(text);
        }
        if (object instanceof Boolean flag) {
            return Value.of(flag.booleanValue());
        }
        if (object instanceof Integer number) {
            return Value.of(number.longValue());
        }
        if (object instanceof byte[] bytes) {
            spend(object, bytes.length);
            return Value.of(bytes);
        }
        Scalar<?> scalar = Scalar.of(object);
        if (scalar != null) {
            return typed(scalar.type().getName(), Value.of(scalar.text(object)));
        }
        if (path.size() > DEEPEST) {
            throw tooDeep(object);
        }
        return composite(object);
    }

    private Value composite(Object object) throws ReflectiveOperationException {
        if (object instanceof Enum<?> constant) {
            return typed(constant.getDeclaringClass().getName(), Value.of(constant.name()));
        }
        if (object instanceof Optional<?> optional) {
            return typed(Optional.class.getName(), value(optional.orElse(null)));
        }
        String type = object.getClass().getName();
        if (type.startsWith("org.hibernate.")) {
            throw refusal(object, "reading it could reach the database", null);
        }
        if (isUsedUpByReading(object)) {
            throw refusal(object, "reading it would use it up", null);
        }
        if (object.getClass().isArray()) {
            var items = new ArrayList<Object>();
            spend(object, Array.getLength(object));
            for (int i = 0; i < Array.getLength(object); i++) {
                items.add(Array.get(object, i));
            }
            return typed(object.getClass().getTypeName(), items(items));
        }
        if (object instanceof Collection<?> collection) {
            Value items = items(collection);
            return object.getClass() == ArrayList.class ? items : typed(Containers.name(collection), items);
        }
        if (object instanceof Map<?, ?> map) {
            return typed(Containers.name(map), entries(map));
        }
        if (object instanceof Record record) {
            return typed(type, components(record));
        }
        if (object.getClass().getClassLoader() == null
                || object.getClass().getClassLoader() == ClassLoader.getPlatformClassLoader()) {
            throw refusal(object, "it is no plain data", null);
        }
        AppMapper mapper = AppMapper.in(object.getClass().getClassLoader());
        if (mapper == null) {
            throw refusal(object, "it is no record, and the application has no Jackson", null);
        }
        return typed(type, JsonText.parse(written(mapper, object)));
    }

    private String written(AppMapper mapper, Object bean) throws ReflectiveOperationException {
        if (most == Integer.MAX_VALUE) {
            return mapper.write(bean);
        }
        String text = mapper.write(bean, (int) left);
        spend(bean, text.length());
        return text;
    }

    private void spend(Object object, long bytes) {
        if (most == Integer.MAX_VALUE) {
            return;
        }
        left -= bytes;
        if (left < 0) {
            throw refusal(object, "it is larger than " + most + " bytes", null);
        }
    }

    /** An application's own would be asked by Jackson for all that it has. */
    private static boolean isUsedUpByReading(Object object) {
        return object instanceof Iterator
                || object instanceof Enumeration
                || object instanceof BaseStream
                || object instanceof InputStream
                || object instanceof Readable
                || object instanceof Future;
    }

    private Value items(Collection<?> collection) throws ReflectiveOperationException {
        var values = new ArrayList<Value>();
        for (Object item : collection) {
            values.add(at("[" + values.size() + "]", item));
        }
        return Value.list(values);
    }

    /** A map with text keys is an object, any other a list of pairs. */
    private Value entries(Map<?, ?> map) throws ReflectiveOperationException {
        if (map.keySet().stream().allMatch(String.class::isInstance)) {
            var fields = Value.fields();
            for (var entry : map.entrySet()) {
                fields.put((String) entry.getKey(), at("." + entry.getKey(), entry.getValue()));
            }
            return fields.build();
        }
        var pairs = new ArrayList<Value>();
        for (var entry : map.entrySet()) {
            String place = "[" + pairs.size() + "]";
            pairs.add(Value.list(
                    java.util.List.of(at(place + ".key", entry.getKey()), at(place + ".value", entry.getValue()))));
        }
        return Value.list(pairs);
    }

    private Value components(Record record) throws ReflectiveOperationException {
        var fields = Value.fields();
        for (var component : record.getClass().getRecordComponents()) {
            var field = record.getClass().getDeclaredField(component.getName());
            field.setAccessible(true);
            fields.put(component.getName(), at("." + component.getName(), field.get(record)));
        }
        return fields.build();
    }

    private Value at(String place, @Nullable Object object) throws ReflectiveOperationException {
        path.addLast(place);
        Value value = value(object);
        path.removeLast();
        return value;
    }

    private static int levels(Value value) {
        var parts = value instanceof Value.Fields fields ? fields.fields().values() : value.items();
        int deepest = 0;
        for (Value part : parts) {
            deepest = Math.max(deepest, levels(part));
        }
        return deepest + 1;
    }

    private static Value typed(String type, Value value) {
        return Value.fields().put("type", type).put("value", value).build();
    }

    private AppJsonException tooDeep(@Nullable Object object) {
        return refusal(object, "it is nested too deeply, or contains itself", null);
    }

    private AppJsonException refusal(@Nullable Object object, String why, @Nullable Throwable cause) {
        String message = String.join("", path) + ": "
                + (object == null ? "null" : object.getClass().getName())
                + " cannot be written as data: " + why;
        return cause == null ? new AppJsonException(message) : new AppJsonException(message, cause);
    }
}
