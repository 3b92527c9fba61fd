package io.fluxrun.agent;

import io.fluxrun.FluxRunOptions;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/** Installs the hooks into the JVM it runs in, for replays: without {@code -javaagent} it attaches itself. Thread-safe. */
public final class SelfAttachment {
    private static final String ATTACH = "fluxrun.attach";
    private static final String LAUNCHER = "io.fluxrun.launch.FluxRunAgent";
    private static final int FIRST_JAVA_THAT_WARNS = 21;
    private static @Nullable Instrumentation instrumentation;

    private SelfAttachment() {}

    /**
     * Installs the hooks, unless they are.
     *
     * @throws IllegalStateException if that cannot be done; the message says what to change
     */
    public static synchronized Instrumentation install() {
        if (instrumentation == null) {
            var found = (Instrumentation) ofTheAgent("instrumentation");
            var usable = found == null ? attached() : found;
            if (AgentInstaller.install(usable) == AgentInstaller.Outcome.ANOTHER_IS_INSTALLED) {
                throw new IllegalStateException("FluxRun's agent records in this JVM, so nothing can be replayed in it."
                        + " Add fluxrun.mode=replay to the agent's arguments in the tests, or take the agent out.");
            }
            var options = FluxRunOptions.of(found == null ? null : (String) ofTheAgent("argument"));
            options.problems().forEach(AgentLog::say);
            AgentInstaller.add(usable, Boundaries.pointsOfReplays());
            AgentInstaller.add(usable, Boundaries.named(options));
            instrumentation = usable;
        }
        return instrumentation;
    }

    /** Returns what the JVM gave the agent, {@code null} if the JVM was started without it. */
    private static @Nullable Object ofTheAgent(String what) {
        try {
            return Class.forName(LAUNCHER, false, ClassLoader.getSystemClassLoader())
                    .getMethod(what)
                    .invoke(null);
        } catch (ReflectiveOperationException noAgent) {
            return null;
        }
    }

    private static Instrumentation attached() {
        if (!allowed()) {
            throw new IllegalStateException("FluxRun may not attach itself to this JVM (" + ATTACH
                    + "=false), so nothing can be replayed. Start the JVM with -javaagent:fluxrun-capture-agent.jar and"
                    + " fluxrun.mode=replay, or remove " + ATTACH + ".");
        }
        if (jvmWarns()) {
            AgentLog.say("attaches itself to this JVM to replay, so the JVM warns about a dynamically loaded agent;"
                    + " -XX:+EnableDynamicAgentLoading allows it, -D" + ATTACH + "=false forbids it");
        }
        try {
            return ByteBuddyAgent.install();
        } catch (IllegalStateException | UnsupportedOperationException e) {
            throw new IllegalStateException(
                    "FluxRun cannot attach itself to this JVM (" + e.getMessage()
                            + "), so nothing can be replayed. Start"
                            + " the JVM with -javaagent:fluxrun-capture-agent.jar and fluxrun.mode=replay.",
                    e);
        }
    }

    private static boolean allowed() {
        var property = System.getProperty(ATTACH);
        var setting = property == null ? System.getenv("FLUXRUN_ATTACH") : property;
        return !"false".equalsIgnoreCase(setting);
    }

    private static boolean jvmWarns() {
        return Runtime.version().feature() >= FIRST_JAVA_THAT_WARNS
                && !ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:+EnableDynamicAgentLoading");
    }
}
