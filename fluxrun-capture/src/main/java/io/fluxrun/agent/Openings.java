package io.fluxrun.agent;

import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Opens the JDK's packages that hooks see into, to FluxRun's module alone. */
final class Openings {
    private Openings() {}

    static void open(Instrumentation instrumentation, Map<String, Set<String>> packagesByModule) {
        Set<Module> own = Set.of(Openings.class.getModule());
        for (var opening : packagesByModule.entrySet()) {
            var module = ModuleLayer.boot().findModule(opening.getKey());
            if (module.isPresent()) {
                var opened = new HashMap<String, Set<Module>>();
                for (var name : opening.getValue()) {
                    opened.put(name, own);
                }
                instrumentation.redefineModule(module.get(), Set.of(), Map.of(), opened, Set.of(), Map.of());
            }
        }
    }
}
