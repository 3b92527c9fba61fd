package io.fluxrun.agent;

import io.fluxrun.agent.CallTable.Target;
import io.fluxrun.hook.SourceMethods;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites calls of clocks, random sources and the environment to calls of {@link io.fluxrun.bridge.Calls} that carry
 * their site as a constant. Adds no member and no frame, so it works on loaded classes too.
 */
final class CallSites {
    private final CallTable table = new CallTable();

    /** Whether a class may be rewritten: an application's or a library's, but not the JDK's or a test tool's. */
    static boolean areIn(@Nullable Module module, @Nullable ClassLoader loader, String internalName) {
        return loader != null
                && loader != ClassLoader.getPlatformClassLoader()
                && !OwnClasses.isTool(internalName)
                && (module == null || !module.isNamed() || !isJdk(module.getName()));
    }

    private static boolean isJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }

    /** Whether the class calls any method of the table. */
    boolean concern(ClassScan scan) {
        return scan.refersTo(table);
    }

    byte[] rewrite(byte[] classFile) {
        var reader = new ClassReader(classFile);
        var writer = new ClassWriter(reader, 0);
        reader.accept(new InClass(writer, reader.getClassName().replace('/', '.')), 0);
        return writer.toByteArray();
    }

    private final class InClass extends ClassVisitor {
        private final String className;

        InClass(ClassVisitor next, String className) {
            super(Opcodes.ASM9, next);
            this.className = className;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new InMethod(
                    super.visitMethod(access, name, descriptor, signature, exceptions),
                    className + "#" + SourceMethods.of(name));
        }
    }

    private final class InMethod extends MethodVisitor {
        /** The site and a copy of it, on its way below two arguments; or a long in place of nothing. */
        private static final int MORE_STACK = 2;

        private final String site;

        InMethod(MethodVisitor next, String site) {
            super(Opcodes.ASM9, next);
            this.site = site;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            var target = table.target(owner, name, descriptor);
            if (target == null || (opcode == Opcodes.INVOKESPECIAL && !name.equals("<init>"))) {
                super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
            } else if (opcode == Opcodes.INVOKESPECIAL) {
                visitLdcInsn(site);
                bridge("dateMillis", "(Ljava/lang/String;)J");
                super.visitMethodInsn(opcode, owner, name, "(J)V", false);
            } else {
                pushSite(target);
                bridge(target.name(), target.descriptor());
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            var reference = MethodReference.of(descriptor, bootstrap, arguments, table);
            if (reference == null) {
                super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
                return;
            }
            visitLdcInsn(site);
            if (reference.bindsReceiver()) {
                visitInsn(Opcodes.SWAP);
            }
            super.visitInvokeDynamicInsn(
                    name,
                    reference.descriptor(),
                    bootstrap,
                    reference.arguments().toArray());
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + MORE_STACK, maxLocals);
        }

        private void pushSite(Target target) {
            visitLdcInsn(site);
            if (target.siteFirst() && target.arguments() == 1) {
                visitInsn(Opcodes.SWAP);
            } else if (target.siteFirst() && target.arguments() == 2) {
                visitInsn(Opcodes.DUP_X2);
                visitInsn(Opcodes.POP);
            }
        }

        private void bridge(String name, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, BridgeClass.CALLS, name, descriptor, false);
        }
    }
}
