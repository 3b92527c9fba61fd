package com.acme.sites;

import static net.bytebuddy.jar.asm.Opcodes.ACC_ABSTRACT;
import static net.bytebuddy.jar.asm.Opcodes.ACC_INTERFACE;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;

import com.acme.sites.JdkApi.Api;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A class with a method for each API: called, by a method reference, and by one that is bound to its receiver. */
final class GeneratedCalls extends ClassLoader {
    private static final String NAME = "com/acme/sites/Every";
    private static final Handle METAFACTORY = new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/invoke/LambdaMetafactory",
            "metafactory",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;",
            false);

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

    private GeneratedCalls() {
        super(GeneratedCalls.class.getClassLoader());
        writer.visit(Opcodes.V17, ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    }

    /** One way to call one API. */
    record Row(Api api, String form, Method call) {
        @Override
        public String toString() {
            return api + " " + form;
        }
    }

    static List<Row> of(List<Api> apis) throws Exception {
        var calls = new GeneratedCalls();
        for (int i = 0; i < apis.size(); i++) {
            calls.write(i, apis.get(i));
        }
        calls.writer.visitEnd();
        byte[] file = calls.writer.toByteArray();
        var type = calls.defineClass(NAME.replace('/', '.'), file, 0, file.length);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < apis.size(); i++) {
            rows.add(new Row(apis.get(i), "called", type.getMethod("call" + i, Object[].class)));
            rows.add(new Row(apis.get(i), "referred to", type.getMethod("reference" + i, Object[].class)));
            if (!apis.get(i).isStatic()) {
                rows.add(new Row(apis.get(i), "bound", type.getMethod("bound" + i, Object[].class)));
            }
        }
        return rows;
    }

    private void write(int i, Api api) {
        var types = parameters(api);
        var result = api.method() instanceof Method method ? method.getReturnType() : api.owner();
        method("call" + i, result, code -> {
            if (api.method() instanceof Constructor) {
                code.visitTypeInsn(Opcodes.NEW, Type.getInternalName(api.owner()));
                code.visitInsn(Opcodes.DUP);
            }
            load(code, types, 0);
            var handle = handle(api);
            code.visitMethodInsn(
                    opcode(handle.getTag()),
                    handle.getOwner(),
                    handle.getName(),
                    handle.getDesc(),
                    handle.isInterface());
        });
        var shape = MethodType.methodType(result, types);
        var functional = functional("Function" + i, shape);
        method("reference" + i, result, code -> {
            lambda(code, functional, "()", api, shape);
            load(code, types, 0);
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, functional, "apply", shape.toMethodDescriptorString(), true);
        });
        if (!api.isStatic()) {
            var bound = shape.dropParameterTypes(0, 1);
            var ofBound = functional("Bound" + i, bound);
            method("bound" + i, result, code -> {
                load(code, types.subList(0, 1), 0);
                lambda(code, ofBound, "(" + Type.getDescriptor(api.owner()) + ")", api, bound);
                load(code, types.subList(1, types.size()), 1);
                code.visitMethodInsn(Opcodes.INVOKEINTERFACE, ofBound, "apply", bound.toMethodDescriptorString(), true);
            });
        }
    }

    private static void lambda(MethodVisitor code, String functional, String captured, Api api, MethodType shape) {
        var type = Type.getMethodType(shape.toMethodDescriptorString());
        code.visitInvokeDynamicInsn("apply", captured + "L" + functional + ";", METAFACTORY, type, handle(api), type);
    }

    private static List<Class<?>> parameters(Api api) {
        var types = new ArrayList<Class<?>>();
        if (!api.isStatic()) {
            types.add(api.owner());
        }
        types.addAll(List.of(api.method().getParameterTypes()));
        return types;
    }

    private static Handle handle(Api api) {
        var owner = Type.getInternalName(api.owner());
        if (api.method() instanceof Method method) {
            int tag = api.isStatic()
                    ? Opcodes.H_INVOKESTATIC
                    : api.owner().isInterface() ? Opcodes.H_INVOKEINTERFACE : Opcodes.H_INVOKEVIRTUAL;
            return new Handle(
                    tag,
                    owner,
                    method.getName(),
                    Type.getMethodDescriptor(method),
                    api.owner().isInterface());
        }
        var descriptor = Type.getConstructorDescriptor((Constructor<?>) api.method());
        return new Handle(Opcodes.H_NEWINVOKESPECIAL, owner, "<init>", descriptor, false);
    }

    private static int opcode(int tag) {
        return switch (tag) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> Opcodes.INVOKEVIRTUAL;
        };
    }

    private interface Body {
        void write(MethodVisitor code);
    }

    private void method(String name, Class<?> result, Body body) {
        var code = writer.visitMethod(
                ACC_PUBLIC | ACC_STATIC, name, "([Ljava/lang/Object;)Ljava/lang/Object;", null, null);
        code.visitCode();
        body.write(code);
        if (result == void.class) {
            code.visitInsn(Opcodes.ACONST_NULL);
        } else if (result.isPrimitive()) {
            var boxed = MethodType.methodType(result).wrap().returnType();
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    Type.getInternalName(boxed),
                    "valueOf",
                    Type.getMethodDescriptor(Type.getType(boxed), Type.getType(result)),
                    false);
        }
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void load(MethodVisitor code, List<Class<?>> types, int first) {
        for (int i = 0; i < types.size(); i++) {
            var type = types.get(i);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitIntInsn(Opcodes.BIPUSH, first + i);
            code.visitInsn(Opcodes.AALOAD);
            var boxed = MethodType.methodType(type).wrap().returnType();
            code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(boxed));
            if (type.isPrimitive()) {
                code.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL,
                        Type.getInternalName(boxed),
                        type.getName() + "Value",
                        "()" + Type.getDescriptor(type),
                        false);
            }
        }
    }

    private String functional(String simpleName, MethodType shape) {
        var name = "com/acme/sites/" + simpleName;
        var type = new ClassWriter(0);
        type.visit(Opcodes.V17, ACC_PUBLIC | ACC_ABSTRACT | ACC_INTERFACE, name, null, "java/lang/Object", null);
        type.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, "apply", shape.toMethodDescriptorString(), null, null)
                .visitEnd();
        type.visitEnd();
        byte[] file = type.toByteArray();
        defineClass(name.replace('/', '.'), file, 0, file.length);
        return name;
    }
}
