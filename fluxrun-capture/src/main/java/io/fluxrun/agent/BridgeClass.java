package io.fluxrun.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/** {@code java.lang.$FluxRun}, made from {@link io.fluxrun.bridge.Bridge}, and its call sites' companion. */
final class BridgeClass {
    static final String INTERNAL_NAME = "java/lang/$FluxRun";
    static final String CALLS = "java/lang/$FluxRunCalls";
    static final String RETURNS = "java/lang/$FluxRunReturns";
    private static final String NAME = "java.lang.$FluxRun";
    private static final Map<String, String> RENAMED = Map.of(
            "io/fluxrun/bridge/Bridge", INTERNAL_NAME,
            "io/fluxrun/bridge/Calls", CALLS,
            "io/fluxrun/bridge/Returns", RETURNS);

    private BridgeClass() {}

    /** Returns the bridge if some FluxRun has defined it in this JVM. */
    static @Nullable Class<?> find() {
        try {
            return Class.forName(NAME, true, null);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    static Class<?> define(Instrumentation instrumentation, CallTable table) {
        var definer = new DefinerLoader().definer();
        // java.lang is opened to a module that holds one class, not to the application's.
        instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of(),
                Map.of("java.lang", Set.of(definer.getClass().getModule())),
                Set.of(),
                Map.of());
        var bridge = definer.apply(renamed(bytesOf("io/fluxrun/bridge/Bridge")));
        for (var companion : List.of(calls(table), renamed(bytesOf("io/fluxrun/bridge/Returns")))) {
            var defined = definer.apply(companion);
            assert defined.getModule() == bridge.getModule();
        }
        return bridge;
    }

    static @Nullable Object get(Class<?> bridge, String field) {
        try {
            return bridge.getField(field).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(NAME + " of " + bridge.getModule() + " has no field " + field, e);
        }
    }

    static void set(Class<?> bridge, String field, Object value) {
        try {
            bridge.getField(field).set(null, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(NAME + " of " + bridge.getModule() + " has no field " + field, e);
        }
    }

    private static byte[] calls(CallTable table) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(bytesOf("io/fluxrun/bridge/Calls")).accept(new BridgeMethods(writer, table.rows()), 0);
        return renamed(writer.toByteArray());
    }

    /** Returns a class that refers to the bridge by the names it has at run time. */
    static byte[] renamed(byte[] classFile) {
        return new ClassScan(classFile).withTexts(text -> {
            var renamed = RENAMED.get(text);
            return renamed == null ? inDescriptor(text) : renamed;
        });
    }

    private static String inDescriptor(String text) {
        for (var names : RENAMED.entrySet()) {
            text = text.replace("L" + names.getKey() + ";", "L" + names.getValue() + ";");
        }
        return text;
    }

    static byte[] bytesOf(String internalName) {
        var loader = BridgeClass.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
            if (in == null) {
                throw new IllegalStateException("FluxRun's jar is incomplete: it lacks " + internalName);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + internalName + " from FluxRun's jar", e);
        }
    }

    private static final class DefinerLoader extends ClassLoader {
        DefinerLoader() {
            super(null);
        }

        @SuppressWarnings("unchecked")
        Function<byte[], Class<?>> definer() {
            byte[] bytes = bytesOf(BridgeDefiner.class.getName().replace('.', '/'));
            try {
                return (Function<byte[], Class<?>>) defineClass(null, bytes, 0, bytes.length)
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
