package io.fluxrun.agent;

import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Which methods of a class a package's name means: those that others call to have something done. Not the accessors of
 * data, of which there would be more than of anything else.
 */
final class PackagedMethods {
    private static final int NEVER = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
    private static final Set<String> DATA = Set.of("java/lang/Record", "java/lang/Enum");
    private static final Set<String> OF_OBJECT = Set.of("toString()", "hashCode()", "equals(Ljava/lang/Object;)");

    private PackagedMethods() {}

    static void add(List<MethodSkim> declared, String[] parents, Set<String> meant) {
        for (var parent : parents) {
            if (DATA.contains(parent) || parent.endsWith("Exception") || parent.endsWith("Error")) {
                return;
            }
        }
        for (var method : declared) {
            boolean isPublic = (method.access() & Opcodes.ACC_PUBLIC) != 0 && (method.access() & NEVER) == 0;
            if (isPublic && !method.name().startsWith("<") && !isAccessor(method)) {
                meant.add(method.parameters());
            }
        }
    }

    private static boolean isAccessor(MethodSkim method) {
        var name = method.name();
        boolean isVoid = method.descriptor().endsWith(")V");
        boolean reads =
                !isVoid && method.descriptor().startsWith("()") && (name.startsWith("get") || name.startsWith("is"));
        return reads || (isVoid && name.startsWith("set")) || OF_OBJECT.contains(method.parameters());
    }
}
