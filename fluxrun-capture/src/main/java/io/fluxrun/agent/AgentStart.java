package io.fluxrun.agent;

import java.lang.instrument.Instrumentation;

/** The agent's start, called by the launcher inside the agent's own class loader. */
public final class AgentStart {
    private AgentStart() {}

    /**
     * Installs the hooks and starts recording.
     *
     * @param argument the agent argument, {@code key=value,key=value}; may be empty
     */
    public static void start(String argument, Instrumentation instrumentation) {
        var settings = AgentArgument.parse(argument);
        if (AgentInstaller.install(instrumentation) == AgentInstaller.Outcome.ANOTHER_IS_INSTALLED) {
            AgentLog.say("another FluxRun is already installed in this JVM and stays; this one does nothing");
            return;
        }
        AgentLog.say(AgentVersion.TEXT + " is installed" + (settings.isEmpty() ? "" : " with " + settings));
    }
}
