package io.fluxrun.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Stack map frames of a method whose own locals are followed by the bridge's. */
final class Frames {
    private final MethodVisitor code;
    private final MethodShape shape;

    Frames(MethodVisitor code, MethodShape shape) {
        this.code = code;
        this.shape = shape;
    }

    /** A frame of the method's own code. */
    void body(int locals, @Nullable Object[] local, int stacked, @Nullable Object[] stack) {
        emit(Arrays.asList(local).subList(0, locals), Opcodes.TOP, Arrays.copyOf(stack, stacked));
    }

    /** A frame where the arguments are as they were given. */
    void entry(Object... stack) {
        emit(shape.entryLocals(), Opcodes.TOP, stack);
    }

    /** A frame where nothing is known of the method's own locals; {@code scratch} is the type of the bridge's last one. */
    void bare(Object scratch, Object... stack) {
        emit(List.of(), scratch, stack);
    }

    private void emit(List<@Nullable Object> own, Object scratch, @Nullable Object[] stack) {
        if (!shape.frames()) {
            return;
        }
        var locals = new ArrayList<@Nullable Object>(own);
        int slots = 0;
        for (var type : own) {
            slots += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
        }
        for (; slots < shape.maxLocals(); slots++) {
            locals.add(Opcodes.TOP);
        }
        locals.addAll(List.of("java/lang/Object", "java/lang/Object", "[Ljava/lang/Object;", scratch));
        code.visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.length, stack);
    }
}
