package io.fluxrun.agent;

import java.util.List;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * A reference like {@code Instant::now} is a constant that no call site shows. It becomes a reference to the bridge's
 * method with the site as its first bound argument.
 */
record MethodReference(String descriptor, List<Object> arguments, boolean bindsReceiver) {
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final int IMPLEMENTATION = 1;
    private static final int FLAGS = 3;
    private static final int SERIALIZABLE = 1;

    static @Nullable MethodReference of(String descriptor, Handle bootstrap, Object[] arguments, Rows rows) {
        if (!bootstrap.getOwner().equals(METAFACTORY)
                || !(arguments[IMPLEMENTATION] instanceof Handle method)
                || method.getTag() == Opcodes.H_INVOKESPECIAL
                || serializable(bootstrap, arguments)) {
            return null;
        }
        var row = rows.of(method.getOwner(), method.getName(), method.getDesc());
        if (row == null) {
            return null;
        }
        var bridged = arguments.clone();
        bridged[IMPLEMENTATION] = new Handle(
                Opcodes.H_INVOKESTATIC, BridgeClass.CALLS, row.reference(), row.referenceDescriptor(), false);
        var parameters = Type.getArgumentTypes(row.referenceDescriptor());
        int bound = Type.getArgumentTypes(descriptor).length;
        var captured = new Type[bound + 1];
        System.arraycopy(parameters, 0, captured, 0, captured.length);
        return new MethodReference(
                Type.getMethodDescriptor(Type.getReturnType(descriptor), captured), List.of(bridged), bound == 1);
    }

    /** What calls of a method are rewritten to. */
    interface Rows {
        @Nullable
        CallRow of(String owner, String name, String descriptor);
    }

    /** A serialised lambda names its implementation, which must stay what it is without FluxRun. */
    private static boolean serializable(Handle bootstrap, Object[] arguments) {
        return bootstrap.getName().equals("altMetafactory")
                && arguments[FLAGS] instanceof Integer flags
                && (flags & SERIALIZABLE) != 0;
    }
}
