package io.fluxrun.agent;

import static java.util.Objects.requireNonNull;

import io.fluxrun.hook.HookPoint;
import io.fluxrun.hook.HookPoint.Match;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.OffsetMapping;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Inlines the one generic advice into the methods of a class. Adds no member, so it works on loaded classes too.
 * Thread-safe.
 */
final class HookWeaver {
    private final ByteBuddy byteBuddy = new ByteBuddy().with(TypeValidation.DISABLED);
    private final Map<HookPoint, AsmVisitorWrapper> wrappers = new ConcurrentHashMap<>();
    private final HookSlots slots;
    private final ClassFileLocator advices;
    private final TypeDescription aroundMethod;
    private final TypeDescription afterConstructor;

    HookWeaver(HookSlots slots) {
        this.slots = slots;
        this.advices = new ClassFileLocator.Compound(
                new ClassFileLocator.Simple(Map.of(
                        HookAdvice.class.getName(), renamed(HookAdvice.class),
                        ConstructorAdvice.class.getName(), renamed(ConstructorAdvice.class))),
                ClassFileLocator.ForClassLoader.of(HookWeaver.class.getClassLoader()));
        var pool = TypePool.Default.of(advices);
        this.aroundMethod = pool.describe(HookAdvice.class.getName()).resolve();
        this.afterConstructor = pool.describe(ConstructorAdvice.class.getName()).resolve();
    }

    /** Makes ready to weave these points. */
    void add(List<HookPoint> points) {
        for (var point : points) {
            var advice = Advice.withCustomMapping().bind(Point.class, slotOf(point));
            wrappers.put(
                    point,
                    new AsmVisitorWrapper.ForDeclaredMethods()
                            .method(at(point, false), advice.to(aroundMethod, advices))
                            .constructor(at(point, true), advice.to(afterConstructor, advices)));
        }
    }

    byte[] weave(String className, byte[] classFile, @Nullable ClassLoader loader, List<HookPoint> points) {
        var locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(className, classFile), ClassFileLocator.ForClassLoader.of(loader));
        TypeDescription type = TypePool.Default.of(locator).describe(className).resolve();
        DynamicType.Builder<?> builder = byteBuddy.decorate(type, locator);
        for (var point : points) {
            builder = builder.visit(requireNonNull(wrappers.get(point)));
        }
        return builder.make().getBytes();
    }

    private OffsetMapping slotOf(HookPoint point) {
        return (type, method, assigner, arguments, sort) -> OffsetMapping.Target.ForStackManipulation.of(
                (Object) slots.of(point, type.getName(), method.getInternalName(), method.getDescriptor()));
    }

    private static ElementMatcher<MethodDescription> at(HookPoint point, boolean constructor) {
        return method -> method.isConstructor() == constructor
                && !method.isAbstract()
                && !method.isNative()
                && !method.isBridge()
                && means(point, method);
    }

    /** Whether the point means this method; names may carry parameter types. */
    private static boolean means(HookPoint point, MethodDescription method) {
        if (point.match() == Match.ANNOTATED) {
            return method.getDeclaredAnnotations().stream()
                    .anyMatch(annotation -> point.types()
                            .contains(annotation.getAnnotationType().getName()));
        }
        var name = method.getInternalName();
        var descriptor = method.getDescriptor();
        return point.methods().contains(name)
                || point.methods().contains(name + descriptor.substring(0, descriptor.indexOf(')') + 1));
    }

    private static byte[] renamed(Class<?> advice) {
        return BridgeClass.renamed(BridgeClass.bytesOf(advice.getName().replace('.', '/')));
    }
}
