package io.fluxrun.agent;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Calls the bridge where a constructor ends: there is no object before. */
final class HookedConstructor extends MethodVisitor {
    private static final int STACK = 8;

    private final MethodShape shape;
    private final List<Label[]> ranges = new ArrayList<>();

    HookedConstructor(MethodVisitor next, MethodShape shape) {
        super(Opcodes.ASM9, next);
        this.shape = shape;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN) {
            Label[] range = {new Label(), new Label()};
            mv.visitLabel(range[0]);
            shape.pushSlot(mv);
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            shape.pushArguments(mv);
            mv.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    BridgeClass.INTERNAL_NAME,
                    "constructed",
                    "(ILjava/lang/Object;[Ljava/lang/Object;)V",
                    false);
            mv.visitLabel(range[1]);
            ranges.add(range);
        }
        mv.visitInsn(opcode);
    }

    /** What the call throws is lost: the object is complete. */
    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        if (!ranges.isEmpty()) {
            var handler = new Label();
            ranges.forEach(range -> mv.visitTryCatchBlock(range[0], range[1], handler, null));
            mv.visitLabel(handler);
            if (shape.frames()) {
                mv.visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
            }
            mv.visitInsn(Opcodes.POP);
            mv.visitInsn(Opcodes.RETURN);
        }
        mv.visitMaxs(maxStack + STACK, maxLocals);
    }
}
