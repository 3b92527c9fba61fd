package io.fluxrun.agent;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Rewrites the calls of one method. */
final class SiteRewriter extends MethodVisitor {
    private static final String DATE = "java/util/Date";
    private static final String GREGORIAN = "java/util/GregorianCalendar";

    /** The site, and a new object's place while it is dropped; or a long in place of nothing. */
    private static final int MORE_STACK = 3;

    private final MethodReference.Rows rows;
    private final String site;
    private final String constructed;
    private @Nullable String allocated;
    private int allocations;

    /** @param constructed the superclass if the method is a constructor, otherwise empty */
    SiteRewriter(MethodVisitor next, MethodReference.Rows rows, String site, String constructed) {
        super(Opcodes.ASM9, next);
        this.rows = rows;
        this.site = site;
        this.constructed = constructed;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        super.visitTypeInsn(opcode, type);
        if (opcode == Opcodes.NEW) {
            allocated = type;
        }
    }

    @Override
    public void visitInsn(int opcode) {
        super.visitInsn(opcode);
        if (opcode == Opcodes.DUP && constructed.equals(allocated)) {
            allocations++;
        }
        allocated = null;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        var row = rows.of(owner, name, descriptor);
        if (row == null || (opcode == Opcodes.INVOKESPECIAL && !row.constructs())) {
            super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        } else if (owner.equals(DATE)) {
            bridge("dateMillis", "(Ljava/lang/String;)J");
            super.visitMethodInsn(opcode, owner, name, "(J)V", false);
        } else if (!row.constructs()) {
            bridge(row.bridged(), row.bridgedDescriptor());
        } else if (owner.equals(constructed) && allocations-- == 0) {
            super.visitMethodInsn(opcode, owner, name, descriptor, false);
            superConstructed(owner);
        } else {
            // The bridge constructs it: below it on the stack is, twice, what was allocated here.
            bridge(row.bridged(), row.bridgedDescriptor());
            super.visitInsn(Opcodes.DUP_X2);
            super.visitInsn(Opcodes.POP);
            super.visitInsn(Opcodes.POP2);
        }
    }

    private void superConstructed(String owner) {
        allocations = 0;
        if (owner.equals(GREGORIAN)) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            bridge("calendarMade", "(Ljava/util/GregorianCalendar;Ljava/lang/String;)V");
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        var reference = MethodReference.of(descriptor, bootstrap, arguments, rows);
        if (reference == null) {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            return;
        }
        super.visitLdcInsn(site);
        if (reference.bindsReceiver()) {
            super.visitInsn(Opcodes.SWAP);
        }
        super.visitInvokeDynamicInsn(
                name, reference.descriptor(), bootstrap, reference.arguments().toArray());
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + MORE_STACK, maxLocals);
    }

    private void bridge(String name, String descriptor) {
        super.visitLdcInsn(site);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, BridgeClass.CALLS, name, descriptor, false);
    }
}
