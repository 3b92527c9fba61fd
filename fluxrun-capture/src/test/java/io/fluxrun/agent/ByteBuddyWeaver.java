package io.fluxrun.agent;

import static java.util.Objects.requireNonNull;

import io.fluxrun.hook.HookPoint;
import io.fluxrun.hook.HookPoint.Match;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.OffsetMapping;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** The same as {@link HookWeaver} by means of Byte Buddy's advice: what the two make must behave the same. */
final class ByteBuddyWeaver {
    private static final ThreadLocal<@Nullable List<HookPoint>> WEAVING = new ThreadLocal<>();

    private final ByteBuddy byteBuddy = new ByteBuddy().with(TypeValidation.DISABLED);
    private final HookSlots slots;
    private final AsmVisitorWrapper advice;

    ByteBuddyWeaver(HookSlots slots) {
        this.slots = slots;
        var advices = new ClassFileLocator.Compound(
                new ClassFileLocator.Simple(Map.of(
                        HookAdvice.class.getName(), renamed(HookAdvice.class),
                        ConstructorAdvice.class.getName(), renamed(ConstructorAdvice.class))),
                ClassFileLocator.ForClassLoader.of(ByteBuddyWeaver.class.getClassLoader()));
        var pool = TypePool.Default.of(advices);
        var parsing = Advice.withCustomMapping().bind(Point.class, (OffsetMapping)
                (type, method, assigner, arguments, sort) ->
                        OffsetMapping.Target.ForStackManipulation.of((Object) slotOf(type.getName(), method)));
        this.advice = new AsmVisitorWrapper.ForDeclaredMethods()
                .method(
                        concerned(false),
                        parsing.to(pool.describe(HookAdvice.class.getName()).resolve(), advices))
                .constructor(
                        concerned(true),
                        parsing.to(
                                pool.describe(ConstructorAdvice.class.getName()).resolve(), advices));
    }

    byte[] weave(String className, byte[] classFile, @Nullable ClassLoader loader, List<HookPoint> points) {
        var locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(className, classFile),
                ClassFileLocator.ForClassLoader.of(loader),
                StandIns.of(classFile));
        var type = TypePool.Default.of(locator).describe(className).resolve();
        // A class loader that is asked for a file may load a class, which is then woven in between.
        var outer = WEAVING.get();
        WEAVING.set(points);
        try {
            return byteBuddy.decorate(type, locator).visit(advice).make().getBytes();
        } finally {
            WEAVING.set(outer);
        }
    }

    private int slotOf(String type, MethodDescription method) {
        return slots.of(pointsOf(method), type, method.getInternalName(), method.getDescriptor());
    }

    private static ElementMatcher<MethodDescription> concerned(boolean constructor) {
        return method -> method.isConstructor() == constructor
                && !method.isAbstract()
                && !method.isNative()
                && !method.isBridge()
                && !pointsOf(method).isEmpty();
    }

    private static List<HookPoint> pointsOf(MethodDescription method) {
        return requireNonNull(WEAVING.get()).stream()
                .filter(point -> means(point, method))
                .toList();
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
