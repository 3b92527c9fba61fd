package io.fluxrun.agent;

import io.fluxrun.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** Inlined at the end of intercepted constructors: there is no object before it. */
final class ConstructorAdvice {
    private ConstructorAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class, backupArguments = false)
    static void exit(
            @Point int point,
            @Advice.This Object self,
            @Advice.AllArguments(typing = Typing.DYNAMIC, nullIfEmpty = true) Object @Nullable [] arguments) {
        Bridge.constructed(point, self, arguments);
    }
}
