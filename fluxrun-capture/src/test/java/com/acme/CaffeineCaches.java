package com.acme;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Builds caches as an application does: outside of FluxRun's own packages. */
public final class CaffeineCaches {
    private CaffeineCaches() {}

    public static Cache<String, Object> bounded() {
        return Caffeine.newBuilder().maximumSize(100).build();
    }

    public static Cache<String, Object> unbounded() {
        return Caffeine.newBuilder().build();
    }
}
