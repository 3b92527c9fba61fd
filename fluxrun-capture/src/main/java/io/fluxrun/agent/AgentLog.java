package io.fluxrun.agent;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Lines on the standard error stream: any logging framework may be the application's, and not be configured yet. */
final class AgentLog {
    private static final int FRAMES = 5;

    private AgentLog() {}

    static void say(String line) {
        System.err.println("FluxRun: " + line);
    }

    static void warn(String line, @Nullable Throwable thrown) {
        if (thrown == null) {
            say("warning: " + line);
            return;
        }
        var text = new StringBuilder("FluxRun: warning: ")
                .append(line)
                .append(": ")
                .append(thrown);
        var frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            text.append(System.lineSeparator()).append("    at ").append(frames[i]);
        }
        PrintStream err = System.err;
        err.println(text);
    }
}
