package io.fluxrun.agent;

import io.fluxrun.FluxRunOptions;
import io.fluxrun.record.Recorder;
import io.fluxrun.store.RunStore;
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
        options.problems().forEach(problem -> AgentLog.say(problem + "; nothing is recorded"));
        if (!options.records()) {
            AgentLog.say(AgentVersion.TEXT + " is switched off");
            return;
        }
        if (AgentInstaller.install(instrumentation) == AgentInstaller.Outcome.ANOTHER_IS_INSTALLED) {
            AgentLog.say("another FluxRun is already installed in this JVM and stays; this one does nothing");
            return;
        }
        AgentInstaller.add(instrumentation, Boundaries.named(options));
        var settings = options.recorder();
        var store = RunStore.open(options.store(), settings.limits().disk());
        Recorder.start(settings, new MaskedStore(options.masks(), store), AgentLog::say);
        AgentLog.say(AgentVersion.TEXT + " records failed runs to " + options.store());
    }
}
