package io.fluxrun.agent;

import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;

import io.fluxrun.agent.CallRow.Answer;
import java.util.Collection;
import java.util.HashSet;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Adds to {@link io.fluxrun.bridge.Calls} a method for each row of the table: the real call, and in a lane what FluxRun
 * makes of it. They are all alike, and over a hundred.
 */
final class BridgeMethods extends ClassVisitor {
    private static final String ARRAY = "[Ljava/lang/Object;";
    private final Collection<CallRow> rows;

    BridgeMethods(ClassVisitor next, Collection<CallRow> rows) {
        super(Opcodes.ASM9, next);
        this.rows = rows;
    }

    @Override
    public void visitEnd() {
        var made = new HashSet<String>();
        for (var row : rows) {
            if (made.add(row.bridged() + row.bridgedDescriptor())) {
                if (row.written() == null) {
                    write(row.bridged(), row.bridgedDescriptor(), code -> call(code, row));
                }
                write(row.reference(), row.referenceDescriptor(), code -> reorder(code, row));
            }
        }
        super.visitEnd();
    }

    private interface Body {
        void write(Code code);
    }

    private void write(String name, String descriptor, Body body) {
        var method = visitMethod(ACC_PUBLIC | ACC_STATIC, name, descriptor, null, null);
        method.visitCode();
        body.write(new Code(method));
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void reorder(Code code, CallRow row) {
        code.load(row.types(), 1);
        code.method().visitVarInsn(Opcodes.ALOAD, 0);
        code.statics(BridgeClass.CALLS, row.bridged(), row.bridgedDescriptor());
        code.method().visitInsn(Type.getType(row.result()).getOpcode(Opcodes.IRETURN));
    }

    private static void call(Code code, CallRow row) {
        if (row.answer() == Answer.WAIT) {
            waiting(code, row);
        } else {
            seeing(code, row);
        }
    }

    private static void seeing(Code code, CallRow row) {
        var result = Type.getType(row.result());
        var inLane = new Label();
        real(code, row);
        code.statics(BridgeClass.CALLS, "inLane", "()Z");
        code.method().visitJumpInsn(Opcodes.IFNE, inLane);
        code.method().visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.method().visitLabel(inLane);
        code.method().visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {Code.onStack(result)});
        code.box(result);
        var seen = row.answer() == Answer.STREAM ? "streamInLane" : "seenInLane";
        arguments(code, row);
        code.statics(
                BridgeClass.CALLS,
                seen,
                "(Ljava/lang/Object;" + CallRow.SITE + CallRow.SITE + ARRAY + ")Ljava/lang/Object;");
        code.unbox(result);
        code.method().visitInsn(result.getOpcode(Opcodes.IRETURN));
    }

    private static void waiting(Code code, CallRow row) {
        var result = Type.getType(row.result());
        int outcome = Code.slots(row.types()) + 1;
        var real = new Label();
        code.statics(BridgeClass.CALLS, "inLane", "()Z");
        code.method().visitJumpInsn(Opcodes.IFEQ, real);
        arguments(code, row);
        code.statics(BridgeClass.CALLS, "waitInLane", "(" + CallRow.SITE + CallRow.SITE + ARRAY + ")" + ARRAY);
        code.method().visitVarInsn(Opcodes.ASTORE, outcome);
        code.method().visitVarInsn(Opcodes.ALOAD, outcome);
        code.method().visitJumpInsn(Opcodes.IFNULL, real);
        if (!row.result().equals("V")) {
            code.method().visitVarInsn(Opcodes.ALOAD, outcome);
            code.method().visitInsn(Opcodes.ICONST_0);
            code.method().visitInsn(Opcodes.AALOAD);
            code.unbox(result);
        }
        code.method().visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.method().visitLabel(real);
        code.method().visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        real(code, row);
        code.method().visitInsn(result.getOpcode(Opcodes.IRETURN));
    }

    private static void real(Code code, CallRow row) {
        var method = code.method();
        if (row.constructs()) {
            method.visitTypeInsn(Opcodes.NEW, row.owner());
            method.visitInsn(Opcodes.DUP);
            code.load(row.types(), 0);
            method.visitMethodInsn(Opcodes.INVOKESPECIAL, row.owner(), row.name(), row.descriptor(), false);
            return;
        }
        code.load(row.types(), 0);
        if (row.receiver().isEmpty()) {
            code.statics(row.owner(), row.name(), row.descriptor());
        } else {
            boolean ofInterface = JdkInterfaces.contain(row.receiver());
            method.visitMethodInsn(
                    ofInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
                    row.receiver(),
                    row.name(),
                    row.descriptor(),
                    ofInterface);
        }
    }

    /** API, site, receiver and arguments. */
    private static void arguments(Code code, CallRow row) {
        code.method().visitLdcInsn(row.api());
        code.method().visitVarInsn(Opcodes.ALOAD, Code.slots(row.types()));
        code.array(row.types());
    }
}
