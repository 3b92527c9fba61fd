package io.fluxrun.maven;

import io.fluxrun.run.Value;
import java.util.Iterator;

/** Writes a {@link Value} as one JSON document, two spaces of indent; bytes have no place in it. */
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    static String of(Value value) {
        var json = new Json();
        json.write(value, "");
        return json.out.append('\n').toString();
    }

    private void write(Value value, String indent) {
        if (value instanceof Value.Fields fields) {
            block('{', '}', indent, fields.fields().entrySet().iterator(), field -> {
                quote(field.getKey());
                out.append(": ");
                write(field.getValue(), indent + "  ");
            });
        } else if (value instanceof Value.Items items) {
            block('[', ']', indent, items.items().iterator(), item -> write(item, indent + "  "));
        } else if (value instanceof Value.Text text) {
            quote(text.text());
        } else if (value instanceof Value.Num num) {
            out.append(num.number());
        } else if (value instanceof Value.Flag flag) {
            out.append(flag.flag());
        } else if (value.isNull()) {
            out.append("null");
        } else {
            throw new IllegalArgumentException("no JSON for " + value);
        }
    }

    private <T> void block(
            char open, char close, String indent, Iterator<T> items, java.util.function.Consumer<T> writer) {
        out.append(open);
        var empty = !items.hasNext();
        while (items.hasNext()) {
            out.append('\n').append(indent).append("  ");
            writer.accept(items.next());
            out.append(items.hasNext() ? "," : "");
        }
        out.append(empty ? "" : "\n" + indent).append(close);
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
