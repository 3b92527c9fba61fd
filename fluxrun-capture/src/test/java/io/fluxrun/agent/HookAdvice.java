package io.fluxrun.agent;

import io.fluxrun.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/**
 * Inlined into intercepted methods, with {@link Bridge} renamed to the class in {@code java.lang}; never executed here.
 */
@SuppressWarnings({"UnusedVariable", "UnusedAssignment", "ParameterName"
}) // assignments are Byte Buddy's way to write back
final class HookAdvice {
    private HookAdvice() {}

    @Advice.OnMethodEnter(skipOn = Object[].class, suppress = Throwable.class)
    static @Nullable Object enter(
            @Point int point,
            @Advice.This(optional = true) @Nullable Object self,
            @Advice.AllArguments(readOnly = false, typing = Typing.DYNAMIC, nullIfEmpty = true)
                    Object @Nullable [] arguments,
            @Advice.Local("taken") Object @Nullable [] taken) {
        taken = arguments;
        Object token = Bridge.enter(point, self, taken);
        arguments = taken;
        return token;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, backupArguments = false)
    static void exit(
            @Point int point,
            @Advice.This(optional = true) @Nullable Object self,
            @Advice.Enter @Nullable Object token,
            @Advice.Local("taken") Object @Nullable [] taken,
            @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) @Nullable Object result,
            @Advice.Thrown(readOnly = false, typing = Typing.DYNAMIC) @Nullable Throwable thrown) {
        if (token != null) {
            Object[] outcome = token instanceof Object[] skipped
                    ? skipped
                    : Bridge.exit(point, token, self, taken, result, thrown);
            if (outcome != null) {
                Throwable failure = (Throwable) outcome[1];
                if (failure == null) {
                    result = outcome[0];
                }
                thrown = failure;
            }
        }
    }
}
