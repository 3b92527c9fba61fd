package io.fluxrun.maven;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Dropped;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.FailureSignatures;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Receipt;
import io.fluxrun.run.Run;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Span;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.run.Verdict;
import io.fluxrun.store.RunStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs to list, show, export and accept; public for the scripts of the whole builds in src/it. */
public final class Samples {
    static final Instant RECORDED = Instant.parse("2026-11-20T10:15:30Z");

    private Samples() {}

    /** Makes a store with {@code run_a1}, {@code run_b1} and {@code run_b2}. */
    public static void store(Path directory) {
        var store = RunStore.open("file:" + directory);
        List.of("run_a1", "run_b1", "run_b2").forEach(id -> store.save(outage(id), null));
    }

    /** Makes a store with {@code run_place}: {@code com.example.Orders#place} threw. */
    public static void storeOfPlace(Path directory) {
        var frame = "com.example.Orders#place:9";
        var thrown = new Thrown("java.lang.IllegalStateException", "no stock", List.of(frame), Value.NULL, null);
        var entry = new Entry(
                Entry.Kind.METHOD,
                "com.example.Orders#place",
                Value.fields()
                        .put("type", "com.example.Orders")
                        .put("method", "place")
                        .put("parameters", Value.list(List.of(Value.of("java.lang.String"))))
                        .put("arguments", Value.list(List.of(Value.of("ord_01"))))
                        .build());
        var signature = FailureSignatures.of(-1, thrown, List.of());
        var outcome = new Outcome(Outcome.Status.FAILED, Value.NULL, thrown, signature, List.of());
        RunStore.open("file:" + directory)
                .save(run("run_place", entry, outcome, List.of(), null, Readiness.READY), null);
    }

    /** {@code GET /orders/ord_01} calls three upstreams; the second answers 503. */
    static Run outage() {
        return outage("run_0123456789");
    }

    static Run outage(String id) {
        return http(
                id,
                "GET",
                "/orders/ord_01",
                List.of(
                        exchange(1, "GET /orders/ord_01", 200, 180),
                        exchange(2, "POST /stock/check", 503, 670),
                        exchange(3, "POST /payments", 200, 200)));
    }

    static Run http(String id, String method, String target, List<Exchange> exchanges) {
        var entry = new Entry(
                Entry.Kind.HTTP,
                method + " " + target,
                Value.fields()
                        .put("method", method)
                        .put("target", target)
                        .put("headers", Value.list(List.of()))
                        .put("body", Value.of(new byte[0]))
                        .build());
        return run(id, entry, failed(503, 2, 3), exchanges, "abcdef1", Readiness.READY);
    }

    static Run method(String type, String method, String exception) {
        var entry = new Entry(
                Entry.Kind.METHOD,
                type + "#" + method,
                Value.fields().put("type", type).put("method", method).build());
        var thrown = new Thrown(exception, "no stock", List.of(), Value.NULL, null);
        var outcome = new Outcome(
                Outcome.Status.FAILED,
                Value.NULL,
                thrown,
                new FailureSignature(exception, "no stock", -1, List.of(), 0, null),
                List.of());
        return run("run_method", entry, outcome, List.of(), null, Readiness.READY);
    }

    static Run run(
            String id,
            Entry entry,
            Outcome outcome,
            List<Exchange> exchanges,
            @Nullable String commit,
            Readiness readiness) {
        return new Run(
                Run.RULES,
                new RunInfo(
                        id,
                        entry.name(),
                        RECORDED,
                        1_280_000_000L,
                        "orders-service",
                        "1.0.0",
                        commit,
                        null,
                        "17",
                        "UTC",
                        "en",
                        readiness),
                entry,
                outcome,
                null,
                Environment.EMPTY,
                List.of(new LaneInfo("main", null)),
                List.of(),
                exchanges,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Run with(Run run, Outcome outcome) {
        return run(
                run.info().id(),
                run.entry(),
                outcome,
                run.exchanges(),
                run.info().commit(),
                run.info().readiness());
    }

    static Run with(Run run, Readiness readiness) {
        return run(
                run.info().id(),
                run.entry(),
                run.outcome(),
                run.exchanges(),
                run.info().commit(),
                readiness);
    }

    static Run telling(Run run, List<Span> spans, List<LogEvent> logs, Dropped dropped) {
        return new Run(
                run.rules(),
                run.info(),
                run.entry(),
                run.outcome(),
                run.boot(),
                run.env(),
                run.lanes(),
                spans,
                run.exchanges(),
                run.readings(),
                run.draws(),
                run.order(),
                logs,
                dropped);
    }

    static Run bootedBy(Run run, String boot) {
        return new Run(
                run.rules(),
                run.info(),
                run.entry(),
                run.outcome(),
                boot,
                run.env(),
                run.lanes(),
                run.spans(),
                run.exchanges(),
                run.readings(),
                run.draws(),
                run.order(),
                run.logs());
    }

    static Boot boot() {
        return new Boot(
                java.util.Map.of("orders.region", "eu"),
                Environment.EMPTY,
                java.util.Map.of(),
                List.of(),
                Readiness.READY);
    }

    static List<Exchange> exchanges(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> exchange(n, "GET /items/" + n, 200, 10))
                .toList();
    }

    static Exchange exchange(int n, String operation, int status, long millis) {
        var words = operation.split(" ");
        return new Exchange(
                n,
                "main",
                "http",
                operation,
                n * 1_000_000L,
                millis * 1_000_000L,
                Value.fields()
                        .put("method", words[0])
                        .put("url", "http://upstream" + words[1])
                        .put("headers", Value.list(List.of()))
                        .put("body", Value.of(new byte[0]))
                        .build(),
                Answer.of(response(status, "{}")));
    }

    static Outcome failed(int status, Integer... writes) {
        return new Outcome(
                Outcome.Status.FAILED,
                response(status, "{\"error\":\"inventory\"}"),
                null,
                new FailureSignature(null, null, status, List.of(), 2, "http POST /stock/check"),
                List.of(writes));
    }

    static Outcome completed(int status, Integer... writes) {
        return new Outcome(Outcome.Status.COMPLETED, response(status, "{}"), null, null, List.of(writes));
    }

    private static Value response(int status, String body) {
        return Value.fields()
                .put("status", status)
                .put("headers", Value.list(List.of()))
                .put("body", Value.of(body.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    static Fixture fixture(Run run) {
        return new Fixture(run, Guard.NONE);
    }

    static Allowance removed(int exchange) {
        return new Allowance(
                "removed-" + exchange,
                Allowance.Kind.REMOVED,
                "http",
                "POST /payments",
                exchange,
                Value.NULL,
                null,
                "",
                null,
                null);
    }

    static Receipt receipt(Path fixture, String sha256, Verdict verdict, Outcome received, Allowance... proposed) {
        return receiptAt(fixture, sha256, verdict, received, "2026-11-21T08:00:00Z", proposed);
    }

    static Receipt passed(Receipt receipt, boolean passed) {
        return new Receipt(
                receipt.fixture(),
                receipt.sha256(),
                receipt.test(),
                receipt.at(),
                receipt.verdict(),
                passed,
                receipt.summary(),
                receipt.message(),
                receipt.served(),
                receipt.received(),
                receipt.proposed());
    }

    static Receipt receiptAt(
            Path fixture, String sha256, Verdict verdict, Outcome received, String at, Allowance... proposed) {
        var summary = verdict.code() + " " + verdict + " " + fixture.getFileName() + ": a summary";
        return new Receipt(
                fixture.toString(),
                sha256,
                "com.example.OrdersTest#guards",
                at,
                verdict,
                verdict.green(),
                summary,
                summary + "\nmore about exchange 2",
                List.of(1, 2),
                received,
                List.of(proposed));
    }
}
