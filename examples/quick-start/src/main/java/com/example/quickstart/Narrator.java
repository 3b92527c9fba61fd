package com.example.quickstart;

import java.io.PrintStream;

/** Tells the reader, in numbered steps and plain words, what happens and what came of it. */
final class Narrator {

    private final PrintStream out;
    private int step;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void step(String what) {
        step++;
        out.printf("%n%d. %s%n", step, what);
    }

    void say(String line) {
        out.println("   " + line);
    }

    void command(MavenRun run) {
        out.println("   $ " + run.command());
    }

    void quote(String text) {
        text.lines().forEach(line -> out.println("   | " + line));
    }
}
