package io.fluxrun.maven;

import io.fluxrun.run.Entry;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Run;
import java.util.Arrays;
import java.util.Objects;

/**
 * What the exported files are called: readable, from the entry and how it failed.
 *
 * @param stem the fixture's file name without its suffix
 * @param className ends in {@code Test}, so that Surefire's default includes match it
 * @param methodName what the test says
 */
record Names(String stem, String className, String methodName) {
    private static final int LONGEST = 80;

    static Names of(Run run) {
        var how = how(run.outcome());
        var subject = run.entry().kind() == Entry.Kind.HTTP ? http(run.entry()) : method(run.entry());
        var className = subject.type() + how.ending();
        return new Names(
                fileName(subject.file()) + "-" + fileName(how.file()),
                (Character.isDigit(className.charAt(0)) ? "Run" : "") + className + "Test",
                how.method());
    }

    String fixtureFile() {
        return stem + ".json";
    }

    /** Returns the names for another run of the same entry and failure. */
    Names numbered(int n) {
        return n == 1
                ? this
                : new Names(stem + "-" + n, className.replaceFirst("Test$", "No" + n + "Test"), methodName);
    }

    private record Subject(String file, String type) {}

    private record How(String file, String ending, String method) {}

    private static Subject http(Entry entry) {
        var target = Objects.requireNonNullElse(entry.request().get("target").text(), "");
        var path = target.replaceFirst("[?#].*", "");
        var verb = Objects.requireNonNullElse(entry.request().get("method").text(), "GET");
        var last = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .reduce((first, second) -> second)
                .orElse("root");
        var type = Identifier.camelCase(path);
        var prefix = verb.equals("GET")
                ? ""
                : Identifier.camelCase(verb.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", ""));
        return new Subject(last, prefix + (type.isEmpty() ? "Root" : type));
    }

    private static Subject method(Entry entry) {
        var type = Printable.simpleName(
                Objects.requireNonNullElse(entry.request().get("type").text(), entry.name()));
        var method = Objects.requireNonNullElse(entry.request().get("method").text(), "run");
        return new Subject(type + "." + method, Identifier.camelCase(type) + Identifier.camelCase(method));
    }

    private static How how(Outcome outcome) {
        var error = outcome.error();
        if (outcome.httpStatus() >= 0) {
            var status = String.valueOf(outcome.httpStatus());
            return new How(status, "Returns" + status, "noLongerReturns" + status);
        }
        if (error != null) {
            var simple = Printable.simpleName(error.type());
            var name = Identifier.camelCase(simple);
            return new How(simple, "Throws" + name, "noLongerThrows" + name);
        }
        return outcome.status() == Outcome.Status.FAILED
                ? new How("failed", "Fails", "noLongerFails")
                : new How("completed", "Completes", "stillCompletes");
    }

    /** No separators, no leading dot or dash, nothing that a shell or a file system reads otherwise. */
    private static String fileName(String text) {
        var name = text.replaceAll("%[0-9A-Fa-f]{2}", "-")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[.-]+|[.-]+$", "");
        return name.isEmpty() ? "run" : name.substring(0, Math.min(LONGEST, name.length()));
    }
}
