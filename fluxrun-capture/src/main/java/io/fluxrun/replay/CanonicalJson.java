package io.fluxrun.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Values as text that is equal when they mean the same: sorted fields, plain numbers, a JSON body as JSON. */
final class CanonicalJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /** Returns the value with every JSON body in it read. */
    static Value read(Value value) {
        if (value instanceof Value.Bytes body) {
            return body(body.copy());
        }
        if (value instanceof Value.Num number) {
            return Value.of(plain(number.number()));
        }
        if (value instanceof Value.Items items) {
            return Value.list(items.items(), CanonicalJson::read);
        }
        if (value instanceof Value.Fields fields) {
            var sorted = new TreeMap<String, Value>();
            fields.fields().forEach((name, field) -> sorted.put(name, read(field)));
            return new Value.Fields(sorted);
        }
        return value;
    }

    /** Returns indented text. */
    static String pretty(Value value) {
        return print(read(value), true);
    }

    /** Returns one line of at most {@code limit} characters. */
    static String brief(Value value, int limit) {
        var text = print(read(value), false);
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }

    private static Value body(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            return Value.of("base64:" + Base64.getEncoder().encodeToString(bytes));
        }
        try {
            var node = JSON.readTree(text);
            return node == null || node.isMissingNode() ? Value.of(text) : value(node);
        } catch (JsonProcessingException noJson) {
            return Value.of(text);
        }
    }

    private static Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var fields = new TreeMap<String, Value>();
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    fields.put(field.getKey(), value(field.getValue()));
                }
                yield new Value.Fields(fields);
            }
            case ARRAY -> Value.list(node, CanonicalJson::value);
            case NUMBER -> Value.of(plain(node.decimalValue()));
            case BOOLEAN -> Value.of(node.booleanValue());
            case STRING -> Value.of(node.textValue());
            default -> Value.NULL;
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static String print(Value value, boolean indented) {
        try {
            var writer = indented ? JSON.writerWithDefaultPrettyPrinter() : JSON.writer();
            return writer.writeValueAsString(node(value)).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("a value could not be printed", e);
        }
    }

    private static JsonNode node(Value value) {
        var nodes = JsonNodeFactory.instance;
        if (value instanceof Value.Fields fields) {
            var object = nodes.objectNode();
            fields.fields().forEach((name, field) -> object.set(name, node(field)));
            return object;
        }
        if (value instanceof Value.Items items) {
            var array = nodes.arrayNode();
            items.items().forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Value.Num number) {
            // Within reason without an exponent: 1E+2 is no way to show a hundred.
            var decimal = number.number();
            return nodes.numberNode(decimal.scale() < 0 && decimal.scale() > -20 ? decimal.setScale(0) : decimal);
        }
        if (value instanceof Value.Flag flag) {
            return nodes.booleanNode(flag.flag());
        }
        return value.isNull() ? nodes.nullNode() : nodes.textNode(String.valueOf(value.text()));
    }
}
