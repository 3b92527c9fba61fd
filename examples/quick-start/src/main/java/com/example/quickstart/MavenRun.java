package com.example.quickstart;

import java.nio.file.Path;
import java.util.List;

/** What one {@code mvn} process came to, and what was expected of it. */
record MavenRun(String command, int exitCode, String output, Path log) {

    MavenRun succeeds() {
        if (exitCode != 0) {
            throw different("should have succeeded but ended with exit code " + exitCode);
        }
        return this;
    }

    MavenRun fails() {
        if (exitCode == 0) {
            throw different("should have failed but succeeded");
        }
        return this;
    }

    MavenRun says(String text) {
        if (!output.contains(text)) {
            throw different("should have said \"" + text + "\" but did not");
        }
        return this;
    }

    MavenRun doesNotSay(String text) {
        if (output.contains(text)) {
            throw different("should not have said \"" + text + "\" but did");
        }
        return this;
    }

    List<String> linesWith(String text) {
        return output.lines().filter(line -> line.contains(text)).toList();
    }

    private Unexpected different(String how) {
        return new Unexpected("`" + command + "` " + how + ", see " + log + "\n" + tail());
    }

    private String tail() {
        List<String> lines = output.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
