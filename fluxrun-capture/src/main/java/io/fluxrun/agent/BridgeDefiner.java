package io.fluxrun.agent;

import java.lang.invoke.MethodHandles;
import java.util.function.Function;

/** Defines a class into {@code java.lang}; loaded alone in a loader of its own, whose module {@code java.lang} is opened to. */
public final class BridgeDefiner implements Function<byte[], Class<?>> {
    @Override
    public Class<?> apply(byte[] classFile) {
        try {
            return MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
                    .defineClass(classFile);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("java.lang is not open to FluxRun", e);
        }
    }
}
