package io.fluxrun.agent;

import io.fluxrun.hook.HookPoint;
import io.fluxrun.hook.HookPoint.Match;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The methods of a class that points mean. */
final class HookedMethods {
    private static final int LEFT_ALONE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE;

    private final Map<String, Hooked> methods = new HashMap<>();

    private HookedMethods() {}

    /** @param maxLocals slots that the method's own code uses */
    record Hooked(List<HookPoint> points, int maxLocals) {}

    static HookedMethods of(byte[] classFile, List<HookPoint> points) {
        var found = new HookedMethods();
        var annotations = annotations(classFile, points);
        for (var method : MethodSkim.of(new ClassScan(classFile))) {
            var meant = meant(points, method, annotations.getOrDefault(method.key(), Set.of()));
            if (method.maxLocals() >= 0 && (method.access() & LEFT_ALONE) == 0 && !meant.isEmpty()) {
                found.methods.put(method.key(), new Hooked(meant, method.maxLocals()));
            }
        }
        return found;
    }

    private static List<HookPoint> meant(List<HookPoint> points, MethodSkim method, Set<String> annotations) {
        var meant = new ArrayList<HookPoint>();
        for (var point : points) {
            boolean means = point.match() == Match.ANNOTATED
                    ? !Collections.disjoint(point.types(), annotations)
                    : point.methods().contains(method.name()) || point.methods().contains(method.parameters());
            if (means) {
                meant.add(point);
            }
        }
        return meant;
    }

    boolean isEmpty() {
        return methods.isEmpty();
    }

    @Nullable
    Hooked find(String name, String descriptor) {
        return methods.get(name + descriptor);
    }

    private static Map<String, Set<String>> annotations(byte[] classFile, List<HookPoint> points) {
        var annotations = new HashMap<String, Set<String>>();
        for (var point : points) {
            if (point.match() == Match.ANNOTATED) {
                new ClassReader(classFile)
                        .accept(
                                new Annotations(annotations),
                                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                break;
            }
        }
        return annotations;
    }

    private static final class Annotations extends ClassVisitor {
        private final Map<String, Set<String>> byMethod;

        Annotations(Map<String, Set<String>> byMethod) {
            super(Opcodes.ASM9);
            this.byMethod = byMethod;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    byMethod.computeIfAbsent(name + descriptor, key -> new HashSet<>())
                            .add(annotation
                                    .substring(1, annotation.length() - 1)
                                    .replace('/', '.'));
                    return null;
                }
            };
        }
    }
}
