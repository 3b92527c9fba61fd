package io.fluxrun.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Looks at every class the JVM loads and changes very few. Never throws; a class it cannot change stays as it is. */
final class Weaver implements ClassFileTransformer {
    private final HookPlan plan;
    private final HookWeaver hooks = new HookWeaver();

    Weaver(HookPlan plan) {
        this.plan = plan;
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
            return woven(loader, internalName, classFile);
        } catch (Throwable thrown) {
            HookFailures.add("agent", "instrumenting " + internalName.replace('/', '.'), thrown);
            return null;
        }
    }

    private byte @Nullable [] woven(@Nullable ClassLoader loader, String internalName, byte[] classFile) {
        var points = plan.pointsOf(internalName, loader, new ClassScan(classFile));
        return points.isEmpty() ? null : hooks.weave(internalName.replace('/', '.'), classFile, loader, points);
    }
}
