package io.fluxrun.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Instructions that a bridge method consists of. */
record Code(MethodVisitor method) {
    static int slots(Type[] types) {
        int slots = 0;
        for (var type : types) {
            slots += type.getSize();
        }
        return slots;
    }

    /** Returns how a stack map names a type. */
    static Object onStack(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
        };
    }

    void load(Type[] types, int first) {
        int slot = first;
        for (var type : types) {
            method.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
            slot += type.getSize();
        }
    }

    void statics(String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    /** Puts a method's parameters into an array. */
    void array(Type[] types) {
        method.visitIntInsn(Opcodes.BIPUSH, types.length);
        method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        int slot = 0;
        for (int i = 0; i < types.length; i++) {
            method.visitInsn(Opcodes.DUP);
            method.visitIntInsn(Opcodes.BIPUSH, i);
            method.visitVarInsn(types[i].getOpcode(Opcodes.ILOAD), slot);
            box(types[i]);
            method.visitInsn(Opcodes.AASTORE);
            slot += types[i].getSize();
        }
    }

    void box(Type type) {
        var boxed = boxed(type);
        if (!boxed.equals(type.getInternalName())) {
            statics(boxed, "valueOf", "(" + type.getDescriptor() + ")L" + boxed + ";");
        }
    }

    void unbox(Type type) {
        var boxed = boxed(type);
        method.visitTypeInsn(Opcodes.CHECKCAST, boxed);
        if (!boxed.equals(type.getInternalName())) {
            method.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, boxed, type.getClassName() + "Value", "()" + type.getDescriptor(), false);
        }
    }

    private static String boxed(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            case Type.DOUBLE -> "java/lang/Double";
            default -> type.getInternalName();
        };
    }
}
