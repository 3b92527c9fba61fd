package io.fluxrun.protect;

import io.fluxrun.run.Value;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** First pass: masks what stands at denied places or looks like a secret, and so finds the secrets. */
final class Finding implements Mapping {
    /** The names in an SQL value as the jdbc boundary writes it, and those of them that hold the value itself. */
    private static final Set<String> TYPED = Set.of(
            "type",
            "value",
            "zone",
            "sqlType",
            "class",
            "name",
            "by",
            "reads",
            "failed",
            "base",
            "baseType",
            "text",
            "elements",
            "component",
            "items");

    private static final Set<String> CONTENT = Set.of("value", "reads", "text", "elements", "items");

    /** An exception's field, as the host boundary writes it. */
    private static final Set<String> FIELD = Set.of("class", "name", "value");

    private final MaskRules rules;
    private final Secrets secrets;

    Finding(MaskRules rules, Secrets secrets) {
        this.rules = rules;
        this.secrets = secrets;
    }

    @Override
    public String text(String text) {
        String masked = JsonScan.isLikelyJson(text) ? JsonScan.mask(text, rules, secrets) : text;
        return Shapes.mask(TextScan.mask(masked, rules, secrets), secrets);
    }

    @Override
    public Value named(String name, Value value) {
        return rules.denies(name) ? denied(value) : value(value);
    }

    /** Only what is already known to be a secret is masked in a sample: a clock's digits may look like anything. */
    @Override
    public Value sample(Value value) {
        return value;
    }

    @Override
    public Value value(Value value) {
        if (value instanceof Value.Text text) {
            return Value.of(text(text.text()));
        } else if (value instanceof Value.Bytes bytes) {
            return Value.of(Gzip.through(bytes.copy(), this::body));
        } else if (value instanceof Value.Items items) {
            return Value.list(items.items().stream().map(this::value).toList());
        } else if (value instanceof Value.Fields fields) {
            return fields(fields.fields());
        }
        return value;
    }

    private Value fields(Map<String, Value> fields) {
        var masked = new LinkedHashMap<String, Value>();
        String sql = text(fields, "sql");
        List<@Nullable String> parameters = sql == null ? parameterNames(fields) : SqlScan.parameters(sql);
        List<@Nullable String> columns = columnNames(fields.get("columns"));
        String ofField = FIELD.equals(fields.keySet()) ? text(fields, "name") : null;
        fields.forEach((name, value) -> masked.put(
                name,
                switch (name) {
                    case "headers", "trailers" -> HttpHeaders.mask(value, rules, secrets, this);
                    case "sql" -> statement(value);
                    case "statements" -> statements(value);
                    case "parameters", "batch" -> sql == null ? value(value) : byName(parameters, value);
                    case "arguments" -> byName(parameters, value);
                    case "rows" -> rows(columns, value);
                    case "value" -> named(ofField == null ? name : ofField, value);
                    default -> named(name, value);
                }));
        return new Value.Fields(ContentLength.adjusted(fields, masked));
    }

    private Value statements(Value value) {
        return value instanceof Value.Items statements
                ? Value.list(statements.items(), this::statement)
                : statement(value);
    }

    private Value statement(Value value) {
        return value instanceof Value.Text sql
                ? Value.of(text(SqlScan.mask(sql.text(), rules, secrets)))
                : value(value);
    }

    /** The n-th item, or the n-th of each item in a batch, has the n-th name. */
    private Value byName(List<@Nullable String> names, Value value) {
        var masked = new ArrayList<Value>();
        List<Value> items = value.items();
        if (!(value instanceof Value.Items)) {
            return value(value);
        }
        for (int i = 0; i < items.size(); i++) {
            Value item = items.get(i);
            if (item instanceof Value.Items) {
                masked.add(byName(names, item));
            } else {
                String name = i < names.size() ? names.get(i) : null;
                masked.add(name == null ? value(item) : named(name, item));
            }
        }
        return Value.list(masked);
    }

    private Value rows(List<@Nullable String> columns, Value rows) {
        return rows instanceof Value.Items && !columns.isEmpty() ? byName(columns, rows) : value(rows);
    }

    private static List<@Nullable String> columnNames(@Nullable Value columns) {
        var names = new ArrayList<@Nullable String>();
        for (Value column : columns == null ? List.<Value>of() : columns.items()) {
            String label = column.get("label").text();
            names.add(
                    column.text() != null
                            ? column.text()
                            : label != null ? label : column.get("name").text());
        }
        return names;
    }

    private static List<@Nullable String> parameterNames(Map<String, Value> fields) {
        return columnNames(fields.get("parameters"));
    }

    private static @Nullable String text(Map<String, Value> fields, String name) {
        Value value = fields.get(name);
        return value == null ? null : value.text();
    }

    /** Masks all there is below a denied name; of a typed value the type stays. */
    private Value denied(Value value) {
        if (value instanceof Value.Text text) {
            return Value.of(secrets.mask(text.text()));
        } else if (value instanceof Value.Num number) {
            return Value.of(new BigDecimal(secrets.maskNumber(number.number().toString())));
        } else if (value instanceof Value.Bytes bytes) {
            return Value.of(deniedBody(bytes.copy()));
        } else if (value instanceof Value.Items items) {
            return Value.list(items.items().stream().map(this::denied).toList());
        } else if (value instanceof Value.Fields fields) {
            boolean typed = TYPED.containsAll(fields.fields().keySet());
            var masked = new LinkedHashMap<String, Value>();
            fields.fields()
                    .forEach((name, field) ->
                            masked.put(name, typed && !CONTENT.contains(name) ? field : denied(field)));
            return new Value.Fields(masked);
        }
        return value;
    }

    private byte[] body(byte[] body) {
        Charset charset = charset(body);
        return text(new String(body, charset)).getBytes(charset);
    }

    private byte[] deniedBody(byte[] body) {
        Charset charset = charset(body);
        return secrets.mask(new String(body, charset)).getBytes(charset);
    }

    /** What is not UTF-8 is looked at byte by byte. */
    static Charset charset(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
