package io.fluxrun.agent;

import io.fluxrun.FluxRunOptions;
import io.fluxrun.record.Recorder;
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
        var options = FluxRunOptions.of(argument);
        if (!options.problems().isEmpty()) {
            options.problems().forEach(AgentLog::say);
            AgentLog.say("nothing is recorded");
        } else if (!options.records()) {
            AgentLog.say("is off, nothing is recorded");
        } else if (AgentInstaller.install(instrumentation) == AgentInstaller.Outcome.ANOTHER_IS_INSTALLED) {
            AgentLog.say("another FluxRun is installed in this JVM and stays; this one does nothing");
        } else {
            Recorder.start(options.recorder(), new MaskedStore(options), AgentLog::say);
            AgentLog.say(AgentVersion.TEXT + " records failing runs to " + options.store());
        }
    }
}
