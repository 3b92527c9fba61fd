package io.fluxrun.agent;

import static java.util.Objects.requireNonNull;

import io.fluxrun.bridge.Bridge;
import io.fluxrun.hook.HookPoint;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts every boundary's hooks into the running JVM, for good. Thread-safe. */
public final class AgentInstaller {
    private static @Nullable Outcome outcome;
    private static @Nullable Dispatch dispatch;

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
        dispatch = new Dispatch(BridgeClass.define(instrumentation));
        add(instrumentation, points);
        return Outcome.INSTALLED;
    }

    /** Puts in further hooks; the JVM must have this FluxRun's bridge. */
    static synchronized void add(Instrumentation instrumentation, List<HookPoint> points) {
        var plan = new HookPlan(points, requireNonNull(dispatch).connect(points));
        instrumentation.addTransformer(new Weaver(plan), true);
        retransform(instrumentation, plan);
    }

    private static void requireSameProtocol(Class<?> bridge) {
        var theirs = BridgeClass.get(bridge, "PROTOCOL");
        if (!Integer.valueOf(Bridge.PROTOCOL).equals(theirs)) {
            throw new IllegalStateException("two versions of FluxRun are in this JVM and cannot work together: "
                    + BridgeClass.get(bridge, "owner") + " (protocol " + theirs + ") was first, "
                    + Dispatch.owner() + " (protocol " + Bridge.PROTOCOL
                    + ") came second; use the same version of the agent and the library");
        }
    }

    private static void retransform(Instrumentation instrumentation, HookPlan plan) {
        var classes = new ArrayList<Class<?>>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (concerns(plan, loaded) && instrumentation.isModifiableClass(loaded)) {
                classes.add(loaded);
            }
        }
        if (classes.isEmpty()) {
            return;
        }
        try {
            instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            // One class spoils the batch: each on its own.
            classes.forEach(loaded -> retransform(instrumentation, loaded));
        }
    }

    private static void retransform(Instrumentation instrumentation, Class<?> loaded) {
        try {
            instrumentation.retransformClasses(loaded);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            HookFailures.add("agent", "instrumenting " + loaded.getName(), e);
        }
    }

    private static boolean concerns(HookPlan plan, Class<?> loaded) {
        if (loaded.isArray() || loaded.isHidden()) {
            return false;
        }
        try {
            return plan.concerns(loaded)
                    && !OwnClasses.includes(loaded.getName().replace('.', '/'), loaded.getProtectionDomain());
        } catch (LinkageError e) {
            // A class whose supertypes are missing cannot run either.
            return false;
        }
    }
}
