package io.fluxrun.agent;

import io.fluxrun.boundary.wait.WaitBoundary;
import io.fluxrun.boundary.wait.WaitMethod;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which receivers of the table are interfaces: to find out by loading them would start half of the JDK. */
final class JdkInterfaces {
    private static final Set<String> NAMES = Stream.concat(
                    Stream.of("java/time/InstantSource", "java/time/chrono/Chronology", RandomRows.GENERATOR),
                    WaitBoundary.methods().stream()
                            .filter(WaitMethod::ofInterface)
                            .map(WaitMethod::type))
            .collect(Collectors.toUnmodifiableSet());

    private JdkInterfaces() {}

    static boolean contain(String internalName) {
        return NAMES.contains(internalName);
    }
}
