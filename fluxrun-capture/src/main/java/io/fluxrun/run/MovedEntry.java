package io.fluxrun.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a recorded entry is today, after a refactoring. What is {@code null} is where it was; what the entry was given is
 * never changed.
 *
 * @param type of a method entry
 * @param method of a method entry
 * @param parameters of a method entry, class names
 * @param target of an http entry: the path; the query stays the recorded one
 */
public record MovedEntry(
        @Nullable String type,
        @Nullable String method,
        @Nullable List<String> parameters,
        @Nullable String target) {
    public MovedEntry {
        parameters = parameters == null ? null : List.copyOf(parameters);
    }

    /** Whether it says something about entries of this kind, and about no other. */
    public boolean fits(Entry.Kind kind) {
        boolean ofMethod = type != null || method != null || parameters != null;
        boolean isPath = target != null && target.startsWith("/") && target.indexOf('?') < 0;
        return kind == Entry.Kind.METHOD ? ofMethod && target == null : kind == Entry.Kind.HTTP && !ofMethod && isPath;
    }

    /** Returns the entry as it is to be started today, under its recorded name. */
    Entry moved(Entry recorded) {
        var request = Value.fields();
        if (recorded.request() instanceof Value.Fields fields) {
            fields.fields().forEach(request::put);
        }
        if (type != null) {
            request.put("type", type);
        }
        if (method != null) {
            request.put("method", method);
        }
        if (parameters != null) {
            request.put("parameters", Value.list(parameters, Value::of));
        }
        if (target != null) {
            var recordedTarget = String.valueOf(recorded.request().get("target").text());
            int query = recordedTarget.indexOf('?');
            request.put("target", query < 0 ? target : target + recordedTarget.substring(query));
        }
        return new Entry(recorded.kind(), recorded.name(), request.build());
    }
}
