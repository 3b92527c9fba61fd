package io.fluxrun.agent;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens the JDK's packages that hooks see into, to FluxRun's module alone. */
final class Openings {
    private Openings() {}

    static void open(Instrumentation instrumentation, Map<String, Set<String>> packagesByModule) {
        Set<Module> own = Set.of(Openings.class.getModule());
        packagesByModule.forEach((name, packages) -> ModuleLayer.boot()
                .findModule(name)
                .ifPresent(module -> instrumentation.redefineModule(
                        module,
                        Set.of(),
                        Map.of(),
                        packages.stream().collect(Collectors.toMap(opened -> opened, opened -> own)),
                        Set.of(),
                        Map.of())));
    }
}
