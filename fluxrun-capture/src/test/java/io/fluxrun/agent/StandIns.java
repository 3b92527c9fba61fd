package io.fluxrun.agent;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Empty interfaces by the names of those that a class implements. Another agent may have added one that exists only in
 * memory, as OpenTelemetry's does: weaving needs no more of it than that it is there. To be asked last.
 */
final class StandIns {
    private static final int INTERFACE = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE;

    private StandIns() {}

    static ClassFileLocator of(byte[] classFile) {
        Map<String, byte[]> files = new HashMap<>();
        for (String internalName : new ClassReader(classFile).getInterfaces()) {
            var writer = new ClassWriter(0);
            writer.visit(Opcodes.V17, INTERFACE, internalName, null, "java/lang/Object", null);
            files.put(internalName.replace('/', '.'), writer.toByteArray());
        }
        return new ClassFileLocator.Simple(files);
    }
}
