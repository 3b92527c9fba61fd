package io.fluxrun.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Looks at every class the JVM loads and changes very few. Never throws; a class it cannot change stays as it is. */
final class Weaver implements ClassFileTransformer {
    private final HookPlan plan;
    private final @Nullable CallSites calls;
    private final HookWeaver hooks;

    /** Makes a weaver of hooks; one weaver in a JVM also rewrites call sites. */
    Weaver(HookPlan plan, HookWeaver hooks, @Nullable CallSites calls) {
        this.plan = plan;
        this.hooks = hooks;
        this.calls = calls;
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
        if (calls != null) {
            if (TaskRuns.concern(internalName)) {
                changed = TaskRuns.rewrite(classFile);
            } else if (CallSites.areIn(module, loader, internalName) && calls.concern(scan)) {
                changed = calls.rewrite(classFile);
            }
        }
        var points = plan.pointsOf(internalName, loader, scan);
        return points.isEmpty()
                ? changed
                : hooks.weave(internalName.replace('/', '.'), changed == null ? classFile : changed, loader, points);
    }
}
