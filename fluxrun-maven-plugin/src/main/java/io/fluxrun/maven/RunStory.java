package io.fluxrun.maven;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Run;
import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code fluxrun:show} tells of a run, in at most twenty lines. */
final class RunStory {
    private static final int SHOWN = 11;
    private static final int WIDTH = 60;

    private final Run run;

    RunStory(Run run) {
        this.run = run;
    }

    List<String> lines() {
        var info = run.info();
        var lines = new ArrayList<String>();
        lines.add(
                "Run " + info.id() + " of " + Printable.clipped(service(), WIDTH) + ", recorded " + info.recordedAt());
        lines.add("Input      " + Printable.clipped(run.entry().name(), WIDTH) + body());
        lines.add("Exchanges  "
                + (run.exchanges().isEmpty()
                        ? "none"
                        : String.valueOf(run.exchanges().size())));
        lines.addAll(timeline());
        lines.add("Outcome    " + outcome() + " after " + Printable.millis(info.durationNanos()));
        lines.add("Readiness  " + readiness());
        var breaking = breaking();
        if (breaking != null) {
            lines.add("Broke at " + Printable.clipped(breaking.operation(), WIDTH) + " (" + status(breaking) + ").");
        }
        return lines;
    }

    Value json() {
        var info = run.info();
        var breaking = breaking();
        return Value.fields()
                .put("id", info.id())
                .put("name", info.name())
                .put("recordedAt", info.recordedAt().toString())
                .put("durationNanos", info.durationNanos())
                .put("service", info.service())
                .put("version", info.version())
                .put("commit", info.commit())
                .put("entry", run.entry().name())
                .put("outcome", outcome())
                .put("brokeAt", breaking == null ? null : breaking.operation())
                .put("readiness", info.readiness().level().name())
                .put("reasons", Value.list(info.readiness().reasons(), Value::of))
                .put(
                        "exchanges",
                        Value.list(
                                run.exchanges(),
                                exchange -> Value.fields()
                                        .put("n", exchange.n())
                                        .put("boundary", exchange.boundary())
                                        .put("operation", exchange.operation())
                                        .put("status", status(exchange))
                                        .put("startNanos", exchange.startNanos())
                                        .put("durationNanos", exchange.durationNanos())
                                        .put("breaking", Value.of(breaks(exchange)))
                                        .build()))
                .put("spans", new Told(run).spans())
                .put("logs", new Told(run).logs())
                .build();
    }

    private String service() {
        var info = run.info();
        var service = info.service() == null ? "an unnamed service" : info.service();
        var version = info.version() == null ? "" : " " + info.version();
        var commit = info.commit() == null ? "" : " at commit " + info.commit();
        return service + version + commit;
    }

    private String body() {
        var bytes = run.entry().request().get("body").bytes();
        return bytes == null || bytes.length == 0 ? "" : " with a body of " + bytes.length + " bytes";
    }

    /** Exchanges come first; log lines and spans fill what they leave. */
    private List<String> timeline() {
        var told = new Told(run);
        if (told.isNothing()) {
            return exchanges();
        }
        var breaking = breaking();
        long moment = breaking == null ? run.info().durationNanos() : breaking.startNanos() + breaking.durationNanos();
        var shown = told.before(moment, SHOWN - run.exchanges().size());
        var lines = new ArrayList<>(exchanges());
        if (!shown.isEmpty()) {
            var merged = new ArrayList<>(shown);
            run.exchanges().forEach(one -> merged.add(new Told.Line(one.startNanos(), line(one))));
            merged.sort(Comparator.comparingLong(Told.Line::nanos));
            lines = new ArrayList<>(merged.stream().map(Told.Line::text).toList());
        }
        lines.add("Told       " + told.counts(shown.size()));
        return lines;
    }

    private List<String> exchanges() {
        var all = run.exchanges();
        var breaking = breaking();
        if (all.size() <= SHOWN) {
            return all.stream().map(this::line).toList();
        }
        int broken = breaking == null ? all.size() - 1 : all.indexOf(breaking);
        int from = Math.max(0, Math.min(broken - SHOWN / 2, all.size() - (SHOWN - 2)));
        int to = Math.min(all.size(), from + SHOWN - 2);
        var lines = new ArrayList<String>();
        if (from > 0) {
            lines.add("      … " + from + " before");
        }
        all.subList(from, to).forEach(exchange -> lines.add(line(exchange)));
        if (to < all.size()) {
            lines.add("      … " + (all.size() - to) + " after");
        }
        return lines;
    }

    private String line(Exchange exchange) {
        return "%s%4d  %-5s  %-40s  %-12s  %9s"
                .formatted(
                        breaks(exchange) ? ">" : " ",
                        exchange.n(),
                        exchange.boundary(),
                        Printable.clipped(exchange.operation(), 40),
                        status(exchange),
                        Printable.millis(exchange.durationNanos()));
    }

    private @Nullable Exchange breaking() {
        return run.exchanges().stream().filter(this::breaks).findFirst().orElse(null);
    }

    private boolean breaks(Exchange exchange) {
        var signature = run.outcome().signature();
        return signature != null && signature.breaking() == exchange.n();
    }

    private static String status(Exchange exchange) {
        if (exchange.answer() instanceof Answer.Failure failure) {
            return Printable.clipped(Printable.simpleName(failure.thrown().type()), 40);
        }
        var status = ((Answer.Response) exchange.answer()).value().get("status");
        return status instanceof Value.Num number ? number.number().toString() : "ok";
    }

    private String outcome() {
        return told(run.outcome());
    }

    /** Returns {@code failed with status 503}, or with what was thrown. */
    static String told(Outcome outcome) {
        var how = new StringBuilder(outcome.status() == Outcome.Status.FAILED ? "failed" : "completed");
        if (outcome.httpStatus() >= 0) {
            how.append(" with status ").append(outcome.httpStatus());
        }
        var error = outcome.error();
        if (error != null) {
            how.append(", ").append(Printable.simpleName(error.type()));
            how.append(error.message() == null ? "" : ": " + Printable.clipped(error.message(), WIDTH));
        }
        return how.toString();
    }

    private String readiness() {
        var readiness = run.info().readiness();
        var reasons = readiness.reasons();
        if (reasons.isEmpty()) {
            return readiness.level().name();
        }
        var more = reasons.size() > 1 ? " (and " + (reasons.size() - 1) + " more)" : "";
        return readiness.level() + ": " + Printable.clipped(reasons.get(0), 2 * WIDTH) + more;
    }
}
