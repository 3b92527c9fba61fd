package io.fluxrun.replay;

import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place in a request, written as messages name it: {@code body.items[*].at}. In a list of name-value pairs, which a query
 * is, a name means all pairs of that name.
 */
record FieldPath(List<String> steps) {
    private static final Pattern STEP = Pattern.compile("\\[(\\d+|\\*)]|[^.\\[\\]]+");

    FieldPath {
        steps = List.copyOf(steps);
    }

    static FieldPath of(String field) {
        var steps = new ArrayList<String>();
        var matcher = STEP.matcher(field);
        while (matcher.find()) {
            steps.add(matcher.group());
        }
        return new FieldPath(steps);
    }

    /** Returns the value without what is there; the same object if nothing is. */
    Value removedFrom(Value value) {
        return removed(value, 0);
    }

    private Value removed(Value value, int depth) {
        if (depth == steps.size()) {
            return Value.NULL;
        }
        var step = steps.get(depth);
        if (value instanceof Value.Fields fields) {
            return fromFields(fields, step, depth);
        }
        return value instanceof Value.Items items ? fromItems(items, step, depth) : value;
    }

    private Value fromFields(Value.Fields fields, String step, int depth) {
        var inside = fields.fields().get(step);
        if (inside == null) {
            return fields;
        }
        boolean last = depth + 1 == steps.size();
        var kept = last ? Value.NULL : removed(inside, depth + 1);
        if (!last && kept == inside) {
            return fields;
        }
        var left = Value.fields();
        fields.fields().forEach((name, field) -> {
            if (!name.equals(step)) {
                left.put(name, field);
            } else if (!last) {
                left.put(name, kept);
            }
        });
        return left.build();
    }

    private Value fromItems(Value.Items items, String step, int depth) {
        var left = new ArrayList<Value>();
        boolean changed = false;
        for (int i = 0; i < items.items().size(); i++) {
            var item = items.items().get(i);
            if (step.equals("[*]") || step.equals("[" + i + "]")) {
                var kept = removed(item, depth + 1);
                changed |= kept != item;
                left.add(kept);
            } else if (isPairOf(item, step)) {
                changed = true;
            } else {
                left.add(item);
            }
        }
        return changed ? Value.list(left) : items;
    }

    private static boolean isPairOf(Value item, String name) {
        var parts = item.items();
        return !parts.isEmpty() && parts.size() <= 2 && name.equals(parts.get(0).text());
    }
}
