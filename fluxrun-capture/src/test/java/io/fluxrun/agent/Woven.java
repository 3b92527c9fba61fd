package io.fluxrun.agent;

import io.fluxrun.bridge.Bridge;
import io.fluxrun.bridge.Returns;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Classes as a weaver made them, beside the application's: they call the bridge under the name it has in the source. */
final class Woven extends ClassLoader {
    private final Map<String, byte[]> files = new TreeMap<>();

    Woven(ClassLoader parent) {
        super(parent);
    }

    void add(String name, byte[] classFile) {
        files.put(name, new ClassScan(classFile).withTexts(Woven::inSource));
    }

    Set<String> names() {
        return files.keySet();
    }

    /** A class that was left alone belongs to the copy of its library all the same. */
    private boolean isBetween(String name) {
        var type = name.substring(0, name.lastIndexOf('.') + 1);
        return !name.startsWith("io.fluxrun.")
                && files.keySet().stream().anyMatch(woven -> woven.startsWith(type))
                && getParent().getResource(name.replace('.', '/') + ".class") != null;
    }

    private static String inSource(String text) {
        return text.replace(BridgeClass.RETURNS, Returns.class.getName().replace('.', '/'))
                .replace(BridgeClass.INTERNAL_NAME, Bridge.class.getName().replace('.', '/'));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var file = files.get(name);
            var loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (file == null && isBetween(name)) {
                file = BridgeClass.bytesOf(name.replace('.', '/'));
            }
            return file == null ? super.loadClass(name, resolve) : defineClass(name, file, 0, file.length);
        }
    }

    /** Returns the methods that call the bridge. */
    static Set<String> methods(byte[] classFile) {
        var found = new TreeSet<String>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode, String owner, String called, String type, boolean ofInterface) {
                                        if (owner.equals(BridgeClass.INTERNAL_NAME)) {
                                            found.add(name + descriptor);
                                        }
                                    }
                                };
                            }
                        },
                        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }
}
