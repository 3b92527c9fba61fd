package io.fluxrun.boundary.host;

import io.fluxrun.replay.RequestKey;
import io.fluxrun.run.Value;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Two calls are the same when type, method, parameter types and arguments are, as data: the order of a set and of a
 * bean's fields does not count, nor how a number is written.
 */
public final class HostKey implements RequestKey {
    /** Sets without an order; that of {@code Set.of} differs in every JVM. */
    private static final Set<String> UNORDERED = Set.of("java.util.Set", "java.util.HashSet");

    @Override
    public String boundary() {
        return HostBoundary.NAME;
    }

    @Override
    public Value key(Value request) {
        var key = Value.fields();
        ((Value.Fields) canonical(request))
                .fields()
                .forEach((name, field) ->
                        key.put(name, name.equals("parameters") ? Value.list(field.items(), HostKey::type) : field));
        return key.build();
    }

    /** A parameter may be renamed. */
    private static Value type(Value parameter) {
        return parameter.text() == null ? parameter.get("type") : parameter;
    }

    private static Value canonical(Value value) {
        if (value instanceof Value.Num number) {
            return Value.of(plain(number.number()));
        }
        if (value instanceof Value.Items items) {
            return Value.list(items.items(), HostKey::canonical);
        }
        if (value instanceof Value.Fields fields) {
            boolean unordered = fields.fields().size() == 2
                    && fields.fields().get("type") instanceof Value.Text type
                    && UNORDERED.contains(type.text());
            var key = Value.fields();
            fields.fields().forEach((name, field) -> {
                Value part = canonical(field);
                key.put(name, unordered && part instanceof Value.Items items ? sorted(items.items()) : part);
            });
            return key.build();
        }
        return value;
    }

    private static Value sorted(List<Value> items) {
        return Value.list(
                items.stream().sorted(Comparator.comparing(Value::toString)).toList());
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
