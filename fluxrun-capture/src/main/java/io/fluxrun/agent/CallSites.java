package io.fluxrun.agent;

import io.fluxrun.hook.SourceMethods;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites calls of clocks, random sources and the environment to calls of {@link io.fluxrun.bridge.Calls} that carry
 * their site as a constant. Adds no member and no frame, so it works on loaded classes too.
 */
final class CallSites {
    private final CallTable table;
    private final Hierarchy hierarchy = new Hierarchy();

    CallSites(CallTable table) {
        this.table = table;
    }

    /** Whether a class may be rewritten: an application's or a library's, but not the JDK's or a test tool's. */
    static boolean areIn(@Nullable Module module, @Nullable ClassLoader loader, String internalName) {
        return loader != null
                && loader != ClassLoader.getPlatformClassLoader()
                && !OwnClasses.isTool(internalName)
                && (module == null || !module.isNamed() || !isJdk(module.getName()));
    }

    private static boolean isJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }

    /** Whether the class calls any method of the table. */
    boolean concern(ClassScan scan) {
        return scan.refersTo(table);
    }

    byte[] rewrite(byte[] classFile, @Nullable ClassLoader loader) {
        var reader = new ClassReader(classFile);
        var writer = new ClassWriter(reader, 0);
        reader.accept(new InClass(writer, reader.getClassName(), reader.getSuperName(), loader), 0);
        return writer.toByteArray();
    }

    /** Returns what a call is rewritten to. */
    private @Nullable CallRow row(String owner, String name, String descriptor, @Nullable ClassLoader loader) {
        var row = table.row(owner, name, descriptor);
        if (row != null || owner.startsWith("java/")) {
            return row;
        }
        var inheritable = table.inheritable(name, descriptor);
        return inheritable != null
                        && hierarchy.supertypes(new String[] {owner}, loader).contains(inheritable.owner())
                ? inheritable
                : null;
    }

    private final class InClass extends ClassVisitor {
        private final String name;
        private final String superName;
        private final @Nullable ClassLoader loader;

        InClass(ClassVisitor next, String name, String superName, @Nullable ClassLoader loader) {
            super(Opcodes.ASM9, next);
            this.name = name;
            this.superName = superName;
            this.loader = loader;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new SiteRewriter(
                    super.visitMethod(access, method, descriptor, signature, exceptions),
                    (owner, called, type) -> row(owner, called, type, loader),
                    name.replace('/', '.') + "#" + SourceMethods.of(method),
                    method.equals(CallRow.CONSTRUCTOR) ? superName : "");
        }
    }
}
