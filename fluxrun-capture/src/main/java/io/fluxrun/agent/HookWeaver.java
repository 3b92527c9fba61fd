package io.fluxrun.agent;

import io.fluxrun.agent.HookPlan.Numbered;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** Inlines the one generic advice into the methods of a class. Adds no member, so it works on loaded classes too. */
final class HookWeaver {
    private final ByteBuddy byteBuddy = new ByteBuddy().with(TypeValidation.DISABLED);
    private final ClassFileLocator advices;
    private final TypeDescription aroundMethod;
    private final TypeDescription afterConstructor;

    HookWeaver() {
        var classFiles = Map.of(
                HookAdvice.class.getName(), renamed(HookAdvice.class),
                ConstructorAdvice.class.getName(), renamed(ConstructorAdvice.class));
        this.advices = new ClassFileLocator.Compound(
                new ClassFileLocator.Simple(classFiles),
                ClassFileLocator.ForClassLoader.of(HookWeaver.class.getClassLoader()));
        var pool = TypePool.Default.of(advices);
        this.aroundMethod = pool.describe(HookAdvice.class.getName()).resolve();
        this.afterConstructor = pool.describe(ConstructorAdvice.class.getName()).resolve();
    }

    byte[] weave(String className, byte[] classFile, @Nullable ClassLoader loader, List<Numbered> points) {
        var locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(className, classFile), ClassFileLocator.ForClassLoader.of(loader));
        var type = TypePool.Default.of(locator).describe(className).resolve();
        DynamicType.Builder<?> builder = byteBuddy.decorate(type, locator);
        for (var numbered : points) {
            builder = builder.visit(new AsmVisitorWrapper.ForDeclaredMethods()
                    .method(at(numbered, false), advice(numbered, aroundMethod))
                    .constructor(at(numbered, true), advice(numbered, afterConstructor)));
        }
        return builder.make().getBytes();
    }

    private Advice advice(Numbered numbered, TypeDescription body) {
        return Advice.withCustomMapping().bind(Point.class, numbered.index()).to(body, advices);
    }

    private static ElementMatcher<MethodDescription> at(Numbered numbered, boolean constructor) {
        return method -> method.isConstructor() == constructor
                && !method.isAbstract()
                && !method.isNative()
                && !method.isBridge()
                && numbered.means(method.getInternalName(), method.getDescriptor());
    }

    private static byte[] renamed(Class<?> advice) {
        return BridgeClass.renamed(BridgeClass.bytesOf(advice.getName().replace('.', '/')));
    }
}
