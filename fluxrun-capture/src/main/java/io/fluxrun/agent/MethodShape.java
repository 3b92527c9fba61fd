package io.fluxrun.agent;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * What the weaver knows of a method.
 *
 * @param owner internal name of its class
 * @param maxLocals slots of its own code; the bridge's locals come after them
 * @param slot index of its hook on the bridge
 * @param inLaneOnly whether the hook is called in a lane only
 * @param frames whether its code needs stack map frames
 */
record MethodShape(
        String owner, int access, String descriptor, int maxLocals, int slot, boolean inLaneOnly, boolean frames) {
    boolean isStatic() {
        return (access & Opcodes.ACC_STATIC) != 0;
    }

    Type result() {
        return Type.getReturnType(descriptor);
    }

    /** Pushes the slot. */
    void pushSlot(MethodVisitor code) {
        push(code, slot);
    }

    /** Pushes the arguments as an array, {@code null} if there are none. */
    void pushArguments(MethodVisitor code) {
        var types = Type.getArgumentTypes(descriptor);
        if (types.length == 0) {
            code.visitInsn(Opcodes.ACONST_NULL);
            return;
        }
        push(code, types.length);
        code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        int local = isStatic() ? 0 : 1;
        for (int i = 0; i < types.length; i++) {
            code.visitInsn(Opcodes.DUP);
            push(code, i);
            code.visitVarInsn(types[i].getOpcode(Opcodes.ILOAD), local);
            Boxes.box(code, types[i]);
            code.visitInsn(Opcodes.AASTORE);
            local += types[i].getSize();
        }
    }

    /** Stores the array's elements back into the arguments. */
    void storeArguments(MethodVisitor code, int array) {
        int local = isStatic() ? 0 : 1;
        var types = Type.getArgumentTypes(descriptor);
        for (int i = 0; i < types.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, array);
            push(code, i);
            code.visitInsn(Opcodes.AALOAD);
            Boxes.unbox(code, types[i]);
            code.visitVarInsn(types[i].getOpcode(Opcodes.ISTORE), local);
            local += types[i].getSize();
        }
    }

    /** Returns what lies in the locals where the method begins, as frames have it. */
    List<Object> entryLocals() {
        var locals = new ArrayList<Object>();
        if (!isStatic()) {
            locals.add(owner);
        }
        for (var type : Type.getArgumentTypes(descriptor)) {
            locals.add(
                    switch (type.getSort()) {
                        case Type.LONG -> Opcodes.LONG;
                        case Type.DOUBLE -> Opcodes.DOUBLE;
                        case Type.FLOAT -> Opcodes.FLOAT;
                        case Type.ARRAY, Type.OBJECT -> type.getInternalName();
                        default -> Opcodes.INTEGER;
                    });
        }
        return locals;
    }

    private static void push(MethodVisitor code, int value) {
        if (value <= 5) {
            code.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value <= Byte.MAX_VALUE) {
            code.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value <= Short.MAX_VALUE) {
            code.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }
}
