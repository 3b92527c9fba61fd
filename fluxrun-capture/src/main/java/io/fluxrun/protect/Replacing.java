package io.fluxrun.protect;

import io.fluxrun.run.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Second pass: replaces every occurrence of the secrets that were found, whatever it stands in. */
final class Replacing implements Mapping {
    private final Map<String, String> masks;
    private final Occurrences texts;
    private final Occurrences bytes;
    private final Base64Runs base64;

    Replacing(Map<String, String> masks) {
        this.masks = masks;
        texts = new Occurrences(masks, false);
        bytes = new Occurrences(masks, true);
        base64 = new Base64Runs(bytes);
    }

    @Override
    public String text(String text) {
        return base64.replace(texts.replace(text));
    }

    @Override
    public Value value(Value value) {
        if (value instanceof Value.Text text) {
            return Value.of(text(text.text()));
        } else if (value instanceof Value.Bytes body) {
            return Value.of(Gzip.through(body.copy(), this::body));
        } else if (value instanceof Value.Num number) {
            String mask = masks.get(number.number().toString());
            return mask == null ? value : Value.of(new BigDecimal(mask));
        } else if (value instanceof Value.Items items) {
            return Value.list(items.items().stream().map(this::value).toList());
        } else if (value instanceof Value.Fields fields) {
            var replaced = new LinkedHashMap<String, Value>();
            fields.fields().forEach((name, field) -> replaced.put(texts.replaceStrong(name), value(field)));
            return new Value.Fields(ContentLength.adjusted(fields.fields(), replaced));
        }
        return value;
    }

    @Override
    public Value named(String name, Value value) {
        return value(value);
    }

    /** The numbers of a clock are no secrets, whatever their digits. */
    @Override
    public Value sample(Value value) {
        return value instanceof Value.Num ? value : value(value);
    }

    private byte[] body(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return base64.replace(bytes.replace(text)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
