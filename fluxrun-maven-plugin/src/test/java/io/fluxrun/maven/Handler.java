package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.replay.Expectation;
import io.fluxrun.replay.ReplayInput;
import io.fluxrun.replay.ReplaySession;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Receipt;
import io.fluxrun.run.Run;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import java.nio.file.Path;
import java.util.List;

/** Today's code of {@code GET /orders/ord_01}, replayed by the real engine. The recorded bug: no stock is a 503. */
enum Handler {
    UNREPAIRED {
        @Override
        int answer(Upstreams upstreams) {
            upstreams.ask("GET /orders/ord_01", "");
            return upstreams.ask("POST /stock/check", "") == 503 ? 503 : 200;
        }
    },
    UNREPAIRED_WITH_ANOTHER_REQUEST {
        @Override
        int answer(Upstreams upstreams) {
            upstreams.ask("GET /orders/ord_01", "");
            return upstreams.ask("POST /stock/check", "other") == 503 ? 503 : 200;
        }
    },
    UNREPAIRED_ELSEWHERE {
        @Override
        int answer(Upstreams upstreams) {
            upstreams.ask("GET /orders/ord_01", "");
            return upstreams.ask("POST /v2/stock/check", "") == 503 ? 503 : 200;
        }
    },
    UNREPAIRED_BEHIND_ANOTHER_READ {
        @Override
        int answer(Upstreams upstreams) {
            upstreams.ask("GET /orders/ord_01", "other");
            return upstreams.ask("POST /stock/check", "other") == 503 ? 503 : 200;
        }
    },
    EMPTIED {
        @Override
        int answer(Upstreams upstreams) {
            return 200;
        }
    },
    WITHOUT_THE_BREAKING_CALL {
        @Override
        int answer(Upstreams upstreams) {
            upstreams.ask("GET /orders/ord_01", "");
            return 200;
        }
    },
    REPAIRED {
        @Override
        int answer(Upstreams upstreams) {
            upstreams.ask("GET /orders/ord_01", "");
            upstreams.ask("POST /stock/check", "");
            return 202;
        }
    },
    REPAIRED_WITHOUT_THE_READ {
        @Override
        int answer(Upstreams upstreams) {
            upstreams.ask("POST /stock/check", "");
            return 202;
        }
    },
    REPAIRED_WITH_A_SECOND_CHECK {
        @Override
        int answer(Upstreams upstreams) {
            upstreams.ask("GET /orders/ord_01", "");
            upstreams.ask("POST /stock/check", "");
            upstreams.ask("POST /stock/check", "second");
            upstreams.ask("POST /payments", "");
            return 202;
        }
    };

    interface Upstreams {
        int ask(String operation, String body);
    }

    abstract int answer(Upstreams upstreams);

    /** The order is read, the stock check answers 503, and with it the service; a payment may have been made. */
    static Run recorded(boolean paid) {
        var read = Samples.exchange(1, "GET /orders/ord_01", 200, 1);
        var broke = Samples.exchange(2, "POST /stock/check", 503, 1);
        var pay = Samples.exchange(3, "POST /payments", 200, 1);
        var run = Samples.outage();
        return Samples.run(
                run.info().id(),
                run.entry(),
                paid ? Samples.failed(503, 2, 3) : Samples.failed(503, 2),
                paid ? List.of(read, broke, pay) : List.of(read, broke),
                null,
                run.info().readiness());
    }

    Receipt replay(Path file, String sha256) {
        var fixture = FixtureFiles.read(file);
        var input = new ReplayInput(
                file.getFileName().toString(),
                fixture,
                Boot.EMPTY,
                FixtureFiles.digest(fixture),
                List.of(),
                FixtureFiles::json);
        var session = new ReplaySession(input);
        int status;
        try {
            status = answer((operation, body) -> ask(session, operation, body));
        } catch (DivergedError swallowed) {
            status = 503;
        }
        try {
            var result = session.end(response(status), null, Expectation.REPAIRED);
            return new Receipt(
                    file.toString(),
                    sha256,
                    "com.example.OrdersTest#guards",
                    "2026-11-21T08:00:00Z",
                    result.verdict(),
                    result.passed(),
                    result.summary(),
                    result.message(),
                    result.served(),
                    result.received(),
                    result.proposed());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Value response(int status) {
        Outcome like = status == 503 ? Samples.failed(503) : Samples.completed(status);
        return like.result();
    }

    private static int ask(ReplaySession session, String operation, String body) {
        var recorded = Samples.exchange(1, operation, 0, 0).request();
        var request = body.isEmpty()
                ? recorded
                : Value.fields()
                        .put("method", recorded.get("method"))
                        .put("url", recorded.get("url"))
                        .put("headers", recorded.get("headers"))
                        .put("body", Value.of(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .build();
        var answer = session.ask(session.main(), "http", operation, operation.startsWith("POST"), request);
        return (int) ((Answer.Response) answer).value().get("status").asLong();
    }
}
