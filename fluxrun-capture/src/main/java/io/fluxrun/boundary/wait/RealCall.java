package io.fluxrun.boundary.wait;

import io.fluxrun.hook.Hook;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Makes the call that the application wanted. */
final class RealCall {
    private final WaitMethod method;
    private final @Nullable RealCall patient;
    private volatile @Nullable MethodHandle handle;

    RealCall(WaitMethod method) {
        this.method = method;
        patient = method.limit() == Limit.AT_ONCE ? new RealCall(method.patient()) : null;
    }

    /** Returns the call of the method that waits, which is this one unless it never does. */
    RealCall patient() {
        return patient == null ? this : patient;
    }

    /** Returns the outcome; throws nothing but what says that there was no call. */
    Object[] make(Object[] arguments) {
        var target = handle();
        try {
            return Hook.answer((Object) target.invokeExact(arguments));
        } catch (Throwable thrown) {
            return Hook.fail(thrown);
        }
    }

    private MethodHandle handle() {
        var known = handle;
        if (known == null) {
            known = find();
            handle = known;
        }
        return known;
    }

    /** Not before it is called: an older JDK lacks some, and most applications call few. */
    private MethodHandle find() {
        try {
            var type = Class.forName(method.type().replace('/', '.'), false, null);
            var descriptor = MethodType.fromMethodDescriptorString(
                    method.method().substring(method.name().length()), type.getClassLoader());
            var lookup = MethodHandles.publicLookup();
            var found = method.isStatic()
                    ? lookup.findStatic(type, method.name(), descriptor)
                    : lookup.findVirtual(type, method.name(), descriptor);
            return found.asSpreader(Object[].class, found.type().parameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + method.type() + "." + method.method(), e);
        }
    }
}
