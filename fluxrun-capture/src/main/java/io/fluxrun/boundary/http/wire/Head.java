package io.fluxrun.boundary.http.wire;

import io.fluxrun.run.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first line and the fields of a message, in order and with their case. */
record Head(String startLine, List<Field> fields) {
    Head {
        fields = List.copyOf(fields);
    }

    record Field(String name, String value) {}

    /** @return {@code null} if a line is none of a message */
    static @Nullable Head parse(byte[] bytes) {
        List<String> lines =
                new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
        var fields = new ArrayList<Field>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.isEmpty()) {
                continue;
            }
            Field field = line.charAt(0) == ' ' || line.charAt(0) == '\t' ? folded(fields, line) : field(line);
            if (field == null) {
                return null;
            }
            fields.add(field);
        }
        return new Head(lines.get(0), fields);
    }

    static @Nullable Field field(String line) {
        int colon = line.indexOf(':');
        return colon <= 0
                ? null
                : new Field(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    private static @Nullable Field folded(List<Field> fields, String line) {
        if (fields.isEmpty()) {
            return null;
        }
        Field first = fields.remove(fields.size() - 1);
        return new Field(first.name(), first.value() + " " + line.strip());
    }

    /** Returns the value of the first field with this name, {@code null} if there is none. */
    @Nullable
    String first(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value();
            }
        }
        return null;
    }

    boolean isChunked() {
        String encoding = first("Transfer-Encoding");
        return encoding != null && encoding.toLowerCase(java.util.Locale.ROOT).contains("chunked");
    }

    /** Returns the declared length of the body, -1 if there is none that makes sense. */
    long contentLength() {
        String length = first("Content-Length");
        try {
            return length == null ? -1 : Math.max(-1, Long.parseLong(length));
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    Value headers() {
        return pairs(fields);
    }

    static Value pairs(List<Field> fields) {
        return Value.list(fields, field -> Value.list(List.of(Value.of(field.name()), Value.of(field.value()))));
    }
}
