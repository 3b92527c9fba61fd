package io.fluxrun.boundary.state;

import io.fluxrun.hook.CallSite;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.Tracked;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Caffeine's caches have no name: each is called after the class that builds it. */
final class CaffeineNames implements Hook {
    private static final List<String> INNER = List.of("com.github.benmanes.caffeine.");
    private static final String UNKNOWN = "a class unknown";
    private static final Tracked<String> NAMES = new Tracked<>();
    private static final Map<String, CopyOnWriteArrayList<String>> SITES = new ConcurrentHashMap<>();

    static String of(Object cache) {
        return Objects.requireNonNullElse(NAMES.get(cache), UNKNOWN);
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return this;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (self != null) {
            NAMES.put(self, name(CallSite.lineOutside(INNER)));
        }
        return null;
    }

    /** Not the line, which changes with every edit, but the how-manieth place of the class that builds a cache. */
    private static String name(String site) {
        int end = site.indexOf('#');
        String type = end < 0 ? site : site.substring(0, end);
        var sites = SITES.computeIfAbsent(type, key -> new CopyOnWriteArrayList<>());
        sites.addIfAbsent(site);
        int nth = sites.indexOf(site) + 1;
        return nth == 1 ? type : type + "#" + nth;
    }
}
