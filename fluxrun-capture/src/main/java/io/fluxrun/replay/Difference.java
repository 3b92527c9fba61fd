package io.fluxrun.replay;

import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** One field in which two requests differ; {@link Value#NULL} where it is absent. */
record Difference(String field, Value recorded, Value replayed) {

    static List<Difference> between(Value recorded, Value replayed) {
        var differences = new ArrayList<Difference>();
        collect("", recorded, replayed, differences);
        return differences;
    }

    private static void collect(String path, Value recorded, Value replayed, List<Difference> into) {
        if (recorded.equals(replayed)) {
            return;
        }
        if (recorded instanceof Value.Fields a && replayed instanceof Value.Fields b) {
            var names = new LinkedHashSet<>(a.fields().keySet());
            names.addAll(b.fields().keySet());
            for (var name : names) {
                collect(path.isEmpty() ? name : path + "." + name, recorded.get(name), replayed.get(name), into);
            }
        } else if (recorded instanceof Value.Items a
                && replayed instanceof Value.Items b
                && a.items().size() == b.items().size()) {
            for (int i = 0; i < a.items().size(); i++) {
                collect(path + "[" + i + "]", a.items().get(i), b.items().get(i), into);
            }
        } else {
            into.add(new Difference(path.isEmpty() ? "request" : path, recorded, replayed));
        }
    }
}
