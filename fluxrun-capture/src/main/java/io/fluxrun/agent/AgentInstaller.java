package io.fluxrun.agent;

import io.fluxrun.bridge.Bridge;
import io.fluxrun.hook.HookPoint;
import java.lang.instrument.Instrumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts every boundary's hooks into the running JVM, for good. Thread-safe. */
public final class AgentInstaller {
    private static @Nullable Outcome outcome;
    private static @Nullable Weaver weaver;

    private AgentInstaller() {}

    /** What {@link #install} came to. */
    public enum Outcome {
        /** This FluxRun's hooks are in place. */
        INSTALLED,
        /** Another FluxRun, in another class loader, was first: its hooks stay, and this one's are not called. */
        ANOTHER_IS_INSTALLED
    }

    /**
     * Installs the hooks of {@link Boundaries#hookPoints()} into classes loaded already and later. Calling it again does
     * nothing and returns the same.
     *
     * @throws IllegalStateException when another FluxRun is installed whose bridge speaks another protocol; names both
     */
    public static synchronized Outcome install(Instrumentation instrumentation) {
        if (outcome == null) {
            outcome = install(instrumentation, Boundaries.hookPoints());
        }
        return outcome;
    }

    private static Outcome install(Instrumentation instrumentation, List<HookPoint> points) {
        var bridge = BridgeClass.find();
        if (bridge != null) {
            requireSameProtocol(bridge);
            return Outcome.ANOTHER_IS_INSTALLED;
        }
        var table = new CallTable();
        bridge = BridgeClass.define(instrumentation, table);
        Dispatch.connect(bridge, Boundaries::calls);
        Openings.open(instrumentation, Boundaries.opens());
        var installed = new Weaver(new HookWeaver(new HookSlots(bridge)), new CallSites(table));
        var concerned = installed.add(points);
        installed.warm();
        instrumentation.addTransformer(installed, true);
        LoadedClasses.retransform(instrumentation, loaded -> concerned.test(loaded) || installed.rewrites(loaded));
        weaver = installed;
        return Outcome.INSTALLED;
    }

    /**
     * Puts in further hooks.
     *
     * @throws IllegalStateException unless {@link #install} has installed this FluxRun's hooks
     */
    public static synchronized void add(Instrumentation instrumentation, List<HookPoint> points) {
        if (weaver == null) {
            throw new IllegalStateException("FluxRun is not installed in this JVM");
        }
        LoadedClasses.retransform(instrumentation, weaver.add(points));
    }

    static void requireSameProtocol(Class<?> bridge) {
        var theirs = BridgeClass.get(bridge, "PROTOCOL");
        if (!Integer.valueOf(Bridge.PROTOCOL).equals(theirs)) {
            throw new IllegalStateException("two versions of FluxRun are in this JVM and cannot work together: "
                    + BridgeClass.get(bridge, "owner") + " (protocol " + theirs + ") was first, "
                    + Dispatch.owner() + " (protocol " + Bridge.PROTOCOL
                    + ") came second; use the same version of the agent and the library");
        }
    }
}
