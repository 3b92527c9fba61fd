package com.example.quickstart;

import java.net.http.HttpResponse;
import java.nio.file.Path;

/** From a failure in production to a test that keeps it away, step by step; exits 0 only if every step went as told. */
public final class QuickStart {

    private static final int GOOD_REQUESTS = 20;

    private final Narrator narrator;
    private final Workspace workspace;
    private final Maven maven;
    private final Path logs;

    private QuickStart(Path module, Narrator narrator) {
        Path target = module.resolve("target");
        this.narrator = narrator;
        this.logs = target.resolve("logs");
        this.workspace = Workspace.copyOf(module.resolveSibling("orders-service"), target.resolve("orders-service"));
        this.maven = new Maven(workspace.directory(), logs);
    }

    public static void main(String[] arguments) {
        Narrator narrator = new Narrator(System.out);
        try {
            Path module = Path.of(arguments.length == 0 ? "" : arguments[0]).toAbsolutePath();
            new QuickStart(module, narrator).tell();
        } catch (Unexpected e) {
            narrator.say("UNEXPECTED: " + e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void tell() {
        build();
        try (World world = new World()) {
            failInProduction(world);
        }
    }

    private void build() {
        narrator.step("Build orders-service, an ordinary Spring Boot service");
        maven.run("-DskipTests", "package").succeeds();
        narrator.say("built " + workspace.jar());
    }

    private void failInProduction(World world) {
        narrator.step("Start it with three upstreams, a real PostgreSQL and production's environment variables");
        try (Service service = world.launch(workspace.jar(), logs.resolve("orders-service.log"))) {
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

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new Unexpected("%s answered status %d, not %d: %s"
                    .formatted(answer.uri(), answer.statusCode(), status, answer.body()));
        }
    }
}
