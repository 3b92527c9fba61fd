package io.fluxrun.agent;

import io.fluxrun.hook.HookPoint;
import java.lang.instrument.Instrumentation;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;

/** FluxRun in the tests' own JVM. */
final class Installed {
    private static final Instrumentation INSTRUMENTATION = ByteBuddyAgent.install();

    private Installed() {}

    static void hooks(HookPoint... points) {
        AgentInstaller.install(INSTRUMENTATION);
        AgentInstaller.add(INSTRUMENTATION, List.of(points));
    }
}
