package io.fluxrun.replay;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Allowance;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Draw;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Reading;
import io.fluxrun.run.Run;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Tolerance;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recorded failure that these tests replay: an order is read, the stock check answers 503, the payment is authorised
 * all the same (a write), then the service answers 503.
 */
final class Orders {
    static final Instant AT = Instant.parse("2026-11-21T08:30:00Z");
    static final String SITE = "com.acme.Orders#place";

    private List<Exchange> exchanges = new ArrayList<>(List.of(
            http(1, "GET", "/orders/ord_01", "", 200, "{\"id\":\"ord_01\"}"),
            http(2, "POST", "/stock/check", "{\"sku\":\"A\",\"n\":1}", 503, "{}"),
            http(3, "POST", "/authorise", "{\"total\":10}", 200, "{\"id\":\"p1\"}")));
    private List<Integer> writes = List.of(3);
    private List<LaneInfo> lanes = new ArrayList<>(List.of(new LaneInfo(Lane.MAIN, null)));
    private Guard guard = Guard.NONE;
    private List<Reading> readings = List.of();
    private List<Draw> draws = List.of();
    private @Nullable Outcome outcome;
    private String digest = "as exported";
    private Boot boot = Boot.EMPTY;

    static Orders recorded() {
        return new Orders();
    }

    static Exchange http(int n, String method, String path, String body, int status, String answer) {
        return http(n, Lane.MAIN, method, path, body, status, answer);
    }

    static Exchange http(int n, String lane, String method, String path, String body, int status, String answer) {
        return new Exchange(
                n,
                lane,
                "http",
                method + " " + path,
                n * 100_000_000L,
                50_000_000,
                request(method, path, body),
                answer(status, answer));
    }

    static Value request(String method, String path, String body) {
        return Value.fields()
                .put("method", method)
                .put("url", "http://shop" + path)
                .put("body", Value.of(body.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    static Answer answer(int status, String body) {
        return Answer.of(Value.fields()
                .put("status", status)
                .put("body", Value.of(body.getBytes(StandardCharsets.UTF_8)))
                .build());
    }

    static Value response(int status, String body) {
        return Value.fields()
                .put("status", status)
                .put("headers", Value.list(List.of()))
                .put("body", Value.of(body.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    static Allowance removed(int n) {
        var operation = List.of("GET /orders/ord_01", "POST /stock/check", "POST /authorise")
                .get(n - 1);
        return removed(n, "http", operation);
    }

    static Allowance removed(int n, String boundary, String operation) {
        return new Allowance(
                "r" + n, Allowance.Kind.REMOVED, boundary, operation, n, Value.NULL, null, "meant", null, null);
    }

    static Allowance added(String path, String body, Answer answer) {
        return new Allowance(
                "a" + path,
                Allowance.Kind.ADDED,
                "http",
                "POST " + path,
                0,
                request("POST", path, body),
                answer,
                "meant",
                null,
                null);
    }

    Orders exchanges(Exchange... recorded) {
        exchanges = new ArrayList<>(List.of(recorded));
        return this;
    }

    Orders without(int n) {
        exchanges.removeIf(exchange -> exchange.n() == n);
        return this;
    }

    Orders lane(String name) {
        lanes.add(new LaneInfo(name, Lane.MAIN));
        return this;
    }

    Orders readings(Reading... recorded) {
        readings = List.of(recorded);
        return this;
    }

    Orders draws(Draw... recorded) {
        draws = List.of(recorded);
        return this;
    }

    Orders writes(Integer... ordinals) {
        writes = List.of(ordinals);
        return this;
    }

    Orders outcome(Outcome recorded) {
        outcome = recorded;
        return this;
    }

    Orders boot(Boot recorded) {
        boot = recorded;
        return this;
    }

    Orders digest(String now) {
        digest = now;
        return this;
    }

    Orders allowing(Allowance... allowances) {
        guard = new Guard(
                guard.issue(),
                null,
                guard.reproduced(),
                guard.entry(),
                guard.expected(),
                List.of(allowances),
                guard.answers(),
                guard.tolerances());
        return this;
    }

    Orders tolerating(Tolerance... tolerances) {
        guard = new Guard(
                guard.issue(),
                null,
                guard.reproduced(),
                guard.entry(),
                guard.expected(),
                guard.allowances(),
                guard.answers(),
                List.of(tolerances));
        return this;
    }

    Orders answering(Exchange... answers) {
        guard = new Guard(
                guard.issue(),
                null,
                guard.reproduced(),
                guard.entry(),
                guard.expected(),
                guard.allowances(),
                List.of(answers),
                guard.tolerances());
        return this;
    }

    Orders accepting(Outcome expected) {
        guard = new Guard(
                guard.issue(),
                null,
                guard.reproduced(),
                guard.entry(),
                expected,
                guard.allowances(),
                guard.answers(),
                guard.tolerances());
        return this;
    }

    Orders seenRed() {
        guard = new Guard(
                "INC-7",
                null,
                new Guard.Reproduced(null, "2026-11-21", 3, "as exported"),
                guard.entry(),
                guard.expected(),
                guard.allowances(),
                guard.answers(),
                guard.tolerances());
        return this;
    }

    ReplayInput input() {
        var recorded = outcome == null ? failed503() : outcome;
        var run = new Run(
                Run.RULES,
                new RunInfo("run1", "orders", AT, 1_000, null, null, null, null, "17", "UTC", "en", Readiness.READY),
                new Entry(Entry.Kind.HTTP, "GET /orders/ord_01", Value.NULL),
                recorded,
                null,
                new Environment(Map.of("REGION", Value.of("eu")), Map.of()),
                lanes,
                List.of(),
                exchanges,
                readings,
                draws,
                List.of(),
                List.of());
        return new ReplayInput(
                "ord_01-503.json", new Fixture(run, guard), boot, digest, List.of(new HttpKey()), FixtureFiles::json);
    }

    Shop shop() {
        return new Shop(new ReplaySession(input()));
    }

    private Outcome failed503() {
        var error = new Thrown("com.acme.OrderFailed", "inventory unavailable", List.of(), Value.NULL, null);
        return new Outcome(
                Outcome.Status.FAILED,
                response(503, "{\"message\":\"inventory unavailable\"}"),
                error,
                new FailureSignature(error.type(), error.message(), 503, List.of(SITE), 2, "http POST /stock/check"),
                writes);
    }

    /** Requests are equal by method, origin, path and body. */
    private static final class HttpKey implements RequestKey {
        @Override
        public String boundary() {
            return "http";
        }

        @Override
        public Value key(Value request) {
            return Value.fields()
                    .put("method", request.get("method"))
                    .put("origin", "http://shop")
                    .put("path", request.get("url"))
                    .put("body", CanonicalJson.read(request.get("body")))
                    .build();
        }
    }
}
