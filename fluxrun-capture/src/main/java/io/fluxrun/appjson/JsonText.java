package io.fluxrun.appjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/** The text that an application's Jackson writes and reads, as a value. */
final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    static Value parse(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return value(parser, parser.nextToken());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Jackson wrote what it cannot read", impossible);
        }
    }

    static String print(Value value) {
        var text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(generator, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Value value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> {
                var fields = Value.fields();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    fields.put(name, value(parser, parser.nextToken()));
                }
                yield fields.build();
            }
            case START_ARRAY -> {
                var items = new ArrayList<Value>();
                for (var next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                yield Value.list(items);
            }
            case VALUE_STRING -> Value.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.of(parser.getDecimalValue());
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            default -> Value.NULL;
        };
    }

    private static void write(JsonGenerator generator, Value value) throws IOException {
        if (value instanceof Value.Fields fields) {
            generator.writeStartObject();
            for (var field : fields.fields().entrySet()) {
                generator.writeFieldName(field.getKey());
                write(generator, field.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Value.Items items) {
            generator.writeStartArray();
            for (Value item : items.items()) {
                write(generator, item);
            }
            generator.writeEndArray();
        } else if (value instanceof Value.Text text) {
            generator.writeString(text.text());
        } else if (value instanceof Value.Num number) {
            generator.writeNumber(number.number());
        } else if (value instanceof Value.Flag flag) {
            generator.writeBoolean(flag.flag());
        } else if (value instanceof Value.Bytes bytes) {
            generator.writeBinary(bytes.copy());
        } else {
            generator.writeNull();
        }
    }
}
