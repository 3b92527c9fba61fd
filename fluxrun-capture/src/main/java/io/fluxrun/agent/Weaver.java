package io.fluxrun.agent;

import io.fluxrun.hook.HookPoint;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at every class the JVM loads and changes very few. Never throws; a class it cannot change stays as it is. */
final class Weaver implements ClassFileTransformer {
    private final HookWeaver hooks;
    private final CallSites calls;
    private volatile HookPlan plan = new HookPlan(List.of());

    Weaver(HookWeaver hooks, CallSites calls) {
        this.hooks = hooks;
        this.calls = calls;
    }

    /** Adds points for classes loaded from now on; returns the test for those that are loaded already. */
    synchronized Predicate<Class<?>> add(List<HookPoint> points) {
        plan = plan.with(points);
        var added = new HookPlan(points);
        var concern = added.concern();
        return loaded -> concern.test(loaded)
                || (added.hasAnnotations() && LoadedClasses.file(loaded, scan -> added.hasAnnotated(loaded, scan)));
    }

    /**
     * Changes a class for nothing: what changing takes is loaded then. A class that is first needed while it is itself on
     * its way through here is lost to the JVM for good.
     */
    void warm() {
        byte[] calls = BridgeClass.bytesOf("io/fluxrun/bridge/Calls");
        var scan = new ClassScan(calls);
        if (!this.calls.concern(scan)) {
            throw new IllegalStateException("FluxRun's jar is broken: its calls call nothing");
        }
        var point = HookPoint.on("agent", "warm", (self, arguments) -> null, "currentTimeMillis", "getProperty");
        var loader = Weaver.class.getClassLoader();
        hooks.weave(this.calls.rewrite(calls, loader), List.of(point));
        plan.pointsOf("io/fluxrun/bridge/Calls", loader, scan);
        MarkedMethods.warm(calls);
        new Hierarchy().supertypes(new String[] {"io/fluxrun/agent/Weaver"}, loader);
    }

    /** Whether a class that is loaded already calls what is rewritten. */
    boolean rewrites(Class<?> loaded) {
        return TaskRuns.concern(loaded.getName().replace('.', '/')) || LoadedClasses.file(loaded, calls::concern);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable Module module,
            @Nullable ClassLoader loader,
            @Nullable String internalName,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (internalName == null || OwnClasses.includes(internalName, domain)) {
            return null;
        }
        try {
            return woven(module, loader, internalName, classFile);
        } catch (Throwable thrown) {
            HookFailures.add("agent", "instrumenting " + internalName.replace('/', '.'), thrown);
            return null;
        }
    }

    private byte @Nullable [] woven(
            @Nullable Module module, @Nullable ClassLoader loader, String internalName, byte[] classFile) {
        var scan = new ClassScan(classFile);
        byte[] changed = null;
        if (TaskRuns.concern(internalName)) {
            changed = TaskRuns.rewrite(classFile);
        } else if (CallSites.areIn(module, loader, internalName) && calls.concern(scan)) {
            changed = calls.rewrite(classFile, loader);
        }
        var points = plan.pointsOf(internalName, loader, scan);
        if (points.isEmpty()) {
            return changed;
        }
        byte[] woven = hooks.weave(changed == null ? classFile : changed, points);
        return woven == null ? changed : woven;
    }
}
