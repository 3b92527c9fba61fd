package com.example.quickstart;

import java.nio.file.Path;

/** From a failure in production to a test that keeps it away, step by step; exits 0 only if every step went as told. */
public final class QuickStart {

    private final Narrator narrator = new Narrator(System.out);
    private final Workspace workspace;
    private final Production production;
    private final Desk desk;

    private QuickStart(Path module) {
        Path target = module.resolve("target");
        Path store = target.resolve("store");
        Workspace.delete(store);
        this.workspace = Workspace.copyOf(module.resolveSibling("orders-service"), target.resolve("orders-service"));
        this.production = new Production(narrator, target.resolve("fluxrun-agent.jar"), store, target.resolve("logs"));
        this.desk = new Desk(narrator, workspace, store, target.resolve("logs"));
    }

    public static void main(String[] arguments) {
        Path module = Path.of(arguments.length == 0 ? "" : arguments[0]).toAbsolutePath();
        try {
            new QuickStart(module).tell();
        } catch (Unexpected e) {
            System.out.println("UNEXPECTED: " + e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void tell() {
        narrator.step("Build orders-service, an ordinary Spring Boot service");
        desk.packageService();

        production.failOnce(workspace.jar());

        narrator.step("On a laptop: look at what production left");
        String runId = desk.findRun();

        narrator.step("Export the run: it is replayed three times, and becomes a fixture and a JUnit test");
        desk.export(runId);

        narrator.step("Run the generated test, with no database and no upstream: the bug is there");
        desk.testIsRed("REGRESSED");

        narrator.step("Repair the code: no payment while the inventory is unavailable");
        workspace.repair();
        desk.testIsRed("DIVERGED");
        narrator.say("the repair skips a write on purpose; the message holds the allowance that would permit it");

        narrator.step("Accept the new outcome, as a person who has read the change");
        desk.accept();
        desk.testIsGreen();

        narrator.step("Months later somebody reintroduces the bug");
        workspace.reintroduceBug();
        desk.testIsRed("REGRESSED");

        narrator.step("Done: every verdict came as expected. For reading:");
        desk.showResults();
    }
}
