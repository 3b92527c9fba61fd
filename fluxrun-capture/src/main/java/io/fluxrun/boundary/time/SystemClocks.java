package io.fluxrun.boundary.time;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;

/** The JDK's clocks that show the machine's time; a fixed clock or one of the application's own is left alone. */
final class SystemClocks {
    private static final Set<Class<?>> TYPES = Set.of(
            Clock.systemUTC().getClass(),
            Clock.tickMillis(ZoneOffset.UTC).getClass(),
            Clock.offset(Clock.systemUTC(), Duration.ofSeconds(1)).getClass(),
            InstantSource.system().getClass());

    private SystemClocks() {}

    static boolean contain(InstantSource source) {
        return TYPES.contains(source.getClass());
    }
}
