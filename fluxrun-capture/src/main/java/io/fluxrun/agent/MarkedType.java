package io.fluxrun.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What a class file marks of itself.
 *
 * @param methods marked ones that others may override, each name and parameter types
 * @param own marked ones that are private
 */
record MarkedType(List<String> parents, Set<String> methods, Set<String> own) {
    private static final Set<String> OF_OBJECT = Set.of("toString()", "hashCode()", "equals(Ljava/lang/Object;)");

    /**
     * Reads a class file.
     *
     * @param annotations descriptors, {@code Lcom/acme/Outside;}
     * @param whole whether the type is marked from outside
     * @param named methods of it that are
     */
    static MarkedType read(ClassScan scan, Set<String> annotations, boolean whole, Set<String> named) {
        var seen = new Seen(annotations, whole, named);
        new ClassReader(scan.file())
                .accept(seen, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new MarkedType(List.of(scan.parents()), seen.whole ? seen.all : seen.marked, seen.own);
    }

    private static final class Seen extends ClassVisitor {
        private final Set<String> annotations;
        private final Set<String> named;
        private final Set<String> all = new HashSet<>();
        private final Set<String> marked = new HashSet<>();
        private final Set<String> own = new HashSet<>();
        private boolean whole;

        Seen(Set<String> annotations, boolean whole, Set<String> named) {
            super(Opcodes.ASM9);
            this.annotations = annotations;
            this.whole = whole;
            this.named = named;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            whole |= annotations.contains(annotation);
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            var method = name + descriptor.substring(0, descriptor.indexOf(')') + 1);
            if ((access & Opcodes.ACC_SYNTHETIC) != 0 || name.startsWith("<")) {
                return null;
            }
            boolean isPrivate = (access & Opcodes.ACC_PRIVATE) != 0;
            var meant = isPrivate ? own : marked;
            if (!isPrivate && !OF_OBJECT.contains(method)) {
                all.add(method);
            }
            if (named.contains(name)) {
                meant.add(method);
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    if (annotations.contains(annotation)) {
                        meant.add(method);
                    }
                    return null;
                }
            };
        }
    }
}
