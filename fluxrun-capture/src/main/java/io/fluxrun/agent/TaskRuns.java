package io.fluxrun.agent;

import io.fluxrun.boundary.lane.LaneBoundary;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Where a pool's worker runs a task: {@code task.run()} goes over the bridge, which knows the task's lane. */
final class TaskRuns {
    private static final Set<String> POOLS = LaneBoundary.pools();
    private static final Set<String> WORKER_LOOPS = Set.of("runWorker", "mainLoop");
    private static final String RUN = "(Ljava/lang/Runnable;Ljava/lang/Object;)V";
    private static final String TIMER = "java/util/TimerThread";

    private TaskRuns() {}

    static boolean concern(String internalName) {
        return internalName.equals(TIMER)
                || (internalName.endsWith("/ThreadPoolExecutor") && POOLS.contains(internalName.replace('/', '.')));
    }

    static byte[] rewrite(byte[] classFile) {
        var reader = new ClassReader(classFile);
        var writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        var method = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return WORKER_LOOPS.contains(name) ? new InWorkerLoop(method) : method;
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class InWorkerLoop extends MethodVisitor {
        InWorkerLoop(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            if ((owner.equals("java/lang/Runnable") || owner.equals("java/util/TimerTask")) && name.equals("run")) {
                super.visitVarInsn(Opcodes.ALOAD, 0);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BridgeClass.INTERNAL_NAME, "run", RUN, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
            }
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + 1, maxLocals);
        }
    }
}
