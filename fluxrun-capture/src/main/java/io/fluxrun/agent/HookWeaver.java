package io.fluxrun.agent;

import io.fluxrun.hook.HookPoint;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Puts calls of the bridge around the methods of a class. Adds no member, so it works on loaded classes too; looks at no
 * other class, so none is loaded or needed. Thread-safe.
 */
final class HookWeaver {
    private final HookSlots slots;

    HookWeaver(HookSlots slots) {
        this.slots = slots;
    }

    /** Returns the changed class file, {@code null} if none of its methods is meant by a point. */
    byte @Nullable [] weave(byte[] classFile, List<HookPoint> points) {
        var methods = HookedMethods.of(classFile, points);
        if (methods.isEmpty()) {
            return null;
        }
        var reader = new ClassReader(classFile);
        // Methods that are not hooked are copied as they are.
        var writer = new ClassWriter(reader, 0);
        reader.accept(new InClass(writer, methods), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    private final class InClass extends ClassVisitor {
        private final HookedMethods methods;
        private String internalName = "";
        private boolean frames;

        InClass(ClassVisitor next, HookedMethods methods) {
            super(Opcodes.ASM9, next);
            this.methods = methods;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            super.visit(version, access, name, signature, superName, interfaces);
            internalName = name;
            frames = (version & 0xffff) >= Opcodes.V1_6;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            var next = super.visitMethod(access, name, descriptor, signature, exceptions);
            var hooked = methods.find(name, descriptor);
            if (hooked == null) {
                return next;
            }
            int slot = slots.of(hooked.points(), internalName.replace('/', '.'), name, descriptor);
            var shape = new MethodShape(
                    internalName, access, descriptor, hooked.maxLocals(), slot, slots.inLaneOnly(slot), frames);
            return name.equals("<init>") ? new HookedConstructor(next, shape) : new HookedMethod(next, shape);
        }
    }
}
