package io.fluxrun.reentry;

import io.fluxrun.agent.Boundaries;
import io.fluxrun.agent.EntryProbe;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.replay.RequestKey;
import io.fluxrun.run.Allowance;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import java.util.List;

/** FluxRun's hooks in the test's JVM. */
public final class Hooks {
    private Hooks() {}

    /** Installs the hooks, unless they are. @throws IllegalStateException if they cannot be; says what to change */
    public static void install() {
        SelfAttachment.install();
    }

    /** Sees to it that a replay of this fixture can tell whether it approached the bug. */
    public static void prepare(Fixture fixture) {
        install();
        var signature = fixture.run().outcome().signature();
        if (signature != null
                && !signature.frames().isEmpty()
                && (signature.breaking() == 0 || removes(fixture.guard(), signature.breaking()))) {
            EntryProbe.watch(signature.frames().get(0));
        }
    }

    private static boolean removes(Guard guard, int breaking) {
        return guard.allowances().stream()
                .anyMatch(allowance -> allowance.kind() == Allowance.Kind.REMOVED && allowance.exchange() == breaking);
    }

    /** Returns what makes two requests the same, by boundary. */
    public static List<RequestKey> requestKeys() {
        return Boundaries.requestKeys();
    }
}
