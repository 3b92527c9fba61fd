package com.example.quickstart;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A developer's desk: everything is done with {@code mvn} in the project, as it would be. */
final class Desk {

    private static final String FIXTURE = "ord_01-503.json";
    private static final Pattern RUN = Pattern.compile("\\brun_[A-Za-z0-9_-]+");

    private final Narrator narrator;
    private final Workspace workspace;
    private final Maven maven;
    private final Path store;

    Desk(Narrator narrator, Workspace workspace, Path store, Path logs) {
        this.narrator = narrator;
        this.workspace = workspace;
        this.store = store;
        this.maven = new Maven(workspace.directory(), logs);
    }

    void packageService() {
        maven.run("-DskipTests", "package").succeeds();
        narrator.say("built " + workspace.jar());
    }

    String findRun() {
        MavenRun list = maven.run("fluxrun:list", store()).succeeds().says("failed (503)");
        List<String> runs = list.linesWith("run_");
        if (runs.size() != 1) {
            throw new Unexpected("1 stored run was expected, not " + runs.size() + ", see " + list.log());
        }
        narrator.command(list);
        narrator.quote(runs.get(0));
        Matcher id = RUN.matcher(runs.get(0));
        if (!id.find()) {
            throw new Unexpected("no run id in: " + runs.get(0));
        }
        MavenRun show = maven.run("fluxrun:show", "-DrunId=" + id.group(), store())
                .succeeds()
                .says("Broke at");
        narrator.command(show);
        narrator.quote(show.linesWith("Broke at").get(0));
        return id.group();
    }

    void export(String runId) {
        MavenRun export = maven.run("fluxrun:export", "-DrunId=" + runId, store())
                .succeeds()
                .says(FIXTURE);
        narrator.command(export);
        export.linesWith("wrote ").forEach(narrator::quote);
    }

    void testIsRed(String verdict) {
        MavenRun test = maven.run("test").fails().says(verdict + " " + FIXTURE);
        narrator.command(test);
        narrator.quote(test.linesWith(verdict + " " + FIXTURE).get(0));
    }

    void accept() {
        MavenRun accept = maven.byAPerson("fluxrun:accept", "-Dfluxrun.fixture=" + FIXTURE,
                        "-Dfluxrun.reason=no payment while the inventory is unavailable")
                .succeeds();
        narrator.command(accept);
        accept.linesWith("allow").forEach(narrator::quote);
    }

    void testIsGreen() {
        MavenRun verify = maven.run("verify").succeeds().says("1 repaired");
        narrator.command(verify);
        verify.linesWith("1 repaired").forEach(narrator::quote);
    }

    void showResults() {
        workspace.find(FIXTURE).forEach(file -> narrator.say("fixture " + file));
        workspace.find("Test.java").forEach(file -> narrator.say("test    " + file));
    }

    private String store() {
        return "-Dfluxrun.store=file:" + store;
    }
}
