package com.example.quickstart;

import java.net.http.HttpResponse;
import java.nio.file.Path;

/** The service in production: upstreams, a real PostgreSQL, good requests and one during an outage. */
final class Production {

    private static final int GOOD_REQUESTS = 20;

    private final Narrator narrator;
    private final Path agent;
    private final Path store;
    private final Path logs;

    Production(Narrator narrator, Path agent, Path store, Path logs) {
        this.narrator = narrator;
        this.agent = agent;
        this.store = store;
        this.logs = logs;
    }

    void failOnce(Path jar) {
        narrator.step("Start it in production: three upstreams, a real PostgreSQL, and -javaagent");
        try (World world = new World();
                Service service = world.launch(jar, logs.resolve("orders-service.log"), agentArgument())) {
            narrator.say("ready");

            narrator.step("Send " + GOOD_REQUESTS + " good requests, and one during an inventory outage");
            for (int n = 1; n <= GOOD_REQUESTS; n++) {
                expect(200, service.get("/orders/ord_good_" + n));
            }
            narrator.say(GOOD_REQUESTS + " answers with status 200");
            HttpResponse<String> failure = service.get("/orders/" + Outage.ORDER);
            expect(503, failure);
            narrator.say("GET /orders/" + Outage.ORDER + " answered status 503:");
            narrator.quote(failure.body());
            narrator.say(
                    world.upstreams().paymentsAuthorised() + " payments were authorised: the failed order was charged");
        }
    }

    private String agentArgument() {
        return "-javaagent:" + agent + "=store=file:" + store;
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new Unexpected("%s answered status %d, not %d: %s"
                    .formatted(answer.uri(), answer.statusCode(), status, answer.body()));
        }
    }
}
