package io.fluxrun.launch;

import java.io.File;
import java.io.FileNotFoundException;
import java.lang.instrument.Instrumentation;
import java.net.JarURLConnection;
import java.net.URL;

/**
 * Started by the JVM ({@code -javaagent}). Finds the rest of FluxRun in a class loader of its own, and whatever goes
 * wrong there costs one line on the standard error stream: the application starts all the same. Compiled for Java 8, so
 * that an old JVM is told instead of aborted.
 */
public final class FluxRunAgent {
    private static final int OLDEST_JAVA = 17;
    private static volatile Instrumentation instrumentation;
    private static volatile String argument;

    private FluxRunAgent() {}

    public static void premain(String argument, Instrumentation inst) {
        start(argument, inst, System.getProperty("java.specification.version"));
    }

    public static void agentmain(String argument, Instrumentation inst) {
        start(argument, inst, System.getProperty("java.specification.version"));
    }

    /**
     * Returns what the JVM gave the agent, for the library: with {@code fluxrun.mode=replay} the agent itself does
     * nothing, and the library in the test installs its hooks. {@code null} when this JVM has no FluxRun agent.
     */
    public static Instrumentation instrumentation() {
        return instrumentation;
    }

    /** Returns the agent's argument, for the library in a test. {@code null} when it has none. */
    public static String argument() {
        return argument;
    }

    static void start(String given, Instrumentation inst, String javaVersion) {
        try {
            if (feature(javaVersion) < OLDEST_JAVA) {
                System.err.println("FluxRun: needs Java " + OLDEST_JAVA + " or newer, this is Java " + javaVersion
                        + ": nothing is recorded");
                return;
            }
            boolean first = instrumentation == null;
            instrumentation = inst;
            argument = first ? given : argument;
            if (first && !replay(given)) {
                startIsolated(given == null ? "" : given, inst);
            }
        } catch (Throwable thrown) {
            System.err.println("FluxRun: could not start, nothing is recorded: " + rootOf(thrown));
        }
    }

    private static void startIsolated(String argument, Instrumentation inst) throws Exception {
        File jar = agentJar();
        Class.forName("io.fluxrun.agent.AgentStart", true, new IsolatedLoader(jar))
                .getMethod("start", String.class, Instrumentation.class)
                .invoke(null, argument, inst);
    }

    /** The JVM puts the agent jar behind the class path: a launcher found there first is not in the jar with the rest. */
    private static File agentJar() throws Exception {
        URL rest = FluxRunAgent.class.getClassLoader().getResource("inst/io/fluxrun/agent/AgentStart.classdata");
        if (rest == null) {
            throw new FileNotFoundException("the agent jar is incomplete: take it as it was published");
        }
        return new File(
                ((JarURLConnection) rest.openConnection()).getJarFileURL().toURI());
    }

    private static boolean replay(String argument) {
        if ("replay".equals(System.getProperty("fluxrun.mode"))) {
            return true;
        }
        String settings = "," + argument + ",";
        return settings.contains(",fluxrun.mode=replay,") || settings.contains(",mode=replay,");
    }

    private static int feature(String javaVersion) {
        String[] parts = javaVersion.split("\\.");
        return Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]);
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
