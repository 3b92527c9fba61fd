package io.fluxrun.maven;

import io.fluxrun.run.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The modules of a build that verify their fixtures. What lies in their reactor's root may be replayed in any of them, so
 * the one that arrives last asks for it.
 *
 * @param awaited their directories
 * @param arrived those that got as far as verifying, with their receipts; empty if a module skips it
 */
record VerifyingModules(Set<Path> awaited, Map<Path, Optional<Path>> arrived) {
    /** Says whether all have arrived with this one. */
    boolean arrive(Path module, Optional<Path> receipts) {
        synchronized (arrived) {
            arrived.put(module, receipts);
            return arrived.keySet().containsAll(awaited)
                    && arrived.values().stream().anyMatch(Optional::isPresent);
        }
    }

    /** Returns the roots that belong to no module alone, sorted. */
    List<Path> sharedRoots() {
        return awaited.stream()
                .filter(module -> !root(module).equals(module))
                .map(VerifyingModules::root)
                .distinct()
                .sorted()
                .toList();
    }

    /** Verifies what lies in a shared root; {@code whole} says whether no module is left out of this build. */
    Verification verify(List<Path> fixtures, boolean whole, Instant since) throws IOException {
        var receipts = new ArrayList<Receipt>();
        for (var directory : arrived.values().stream().flatMap(Optional::stream).collect(Collectors.toSet())) {
            receipts.addAll(ForkReport.receipts(directory));
        }
        return whole ? Verification.of(fixtures, receipts, since) : Verification.ofReplayed(fixtures, receipts, since);
    }

    /** Returns the topmost directory above a module that has a POM, as the tests see it. */
    static Path root(Path module) {
        var root = module;
        for (var parent = root.getParent();
                parent != null && Files.exists(parent.resolve("pom.xml"));
                parent = parent.getParent()) {
            root = parent;
        }
        return root;
    }
}
