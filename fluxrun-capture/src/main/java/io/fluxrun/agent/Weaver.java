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
        return loaded ->
                concern.test(loaded) || (added.hasAnnotations() && LoadedClasses.file(loaded, added::hasAnnotated));
    }

    /** Loads and links what looking at a class needs: in the middle of loading just that it would be too late. */
    void warm() {
        var sample = BridgeClass.bytesOf("io/fluxrun/boundary/time/TimeBoundary");
        transform(null, Weaver.class.getClassLoader(), "fluxrun/Sample", null, null, sample);
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
        return points.isEmpty()
                ? changed
                : hooks.weave(internalName.replace('/', '.'), changed == null ? classFile : changed, loader, points);
    }
}
