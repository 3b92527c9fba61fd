package io.fluxrun.junit;

import io.fluxrun.junit.fixtures.LocatedFixture;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Replays one fixture around one test method, and asserts the guard after it, whatever the method did. */
record GuardedReplay(LocatedFixture fixture, Expect expect) implements InvocationInterceptor, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(GuardedReplay.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Replay.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return replay(context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        var replay = replay(context);
        if (!method.getArguments().contains(replay)) {
            replay.run();
        }
        Throwable failure = null;
        try {
            invocation.proceed();
        } catch (Throwable thrown) {
            failure = thrown;
        }
        assertGuard(replay, failure, context);
    }

    private static void assertGuard(FixtureReplay replay, @Nullable Throwable bodyFailure, ExtensionContext context)
            throws Throwable {
        Throwable failure = bodyFailure;
        try {
            replay.run();
            Verdicts.publish(replay, context);
            Verdicts.assertPassed(replay.judged());
        } catch (Throwable guardFailure) {
            // The guard's message names the bug that is back; what the body found is an effect of it.
            if (bodyFailure != null && bodyFailure != guardFailure) {
                guardFailure.addSuppressed(bodyFailure);
            }
            failure = guardFailure;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private FixtureReplay replay(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent("replay", key -> FixtureReplay.of(fixture, expect, context), FixtureReplay.class);
    }
}
