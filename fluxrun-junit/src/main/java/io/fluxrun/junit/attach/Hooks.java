package io.fluxrun.junit.attach;

import io.fluxrun.agent.Boundaries;
import io.fluxrun.agent.EntryProbe;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.replay.RequestKey;
import io.fluxrun.run.Run;
import java.util.List;

/** FluxRun's hooks in the test's JVM. */
public final class Hooks {
    private Hooks() {}

    /** Installs the hooks, unless they are. @throws IllegalStateException if they cannot be; says what to change */
    public static void install() {
        SelfAttachment.install();
    }

    /** Sees to it that a replay of this run can tell whether it approached the bug. */
    public static void prepare(Run run) {
        install();
        var signature = run.outcome().signature();
        if (signature != null
                && signature.breaking() == 0
                && !signature.frames().isEmpty()) {
            EntryProbe.watch(signature.frames().get(0));
        }
    }

    /** Returns what makes two requests the same, by boundary. */
    public static List<RequestKey> requestKeys() {
        return Boundaries.requestKeys();
    }
}
