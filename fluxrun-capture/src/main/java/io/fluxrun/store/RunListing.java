package io.fluxrun.store;

import java.util.List;

/**
 * The runs of a store, newest first.
 *
 * @param warnings one sentence for each file that is no readable run and was left out
 */
public record RunListing(List<RunSummary> runs, List<String> warnings) {
    public RunListing {
        runs = List.copyOf(runs);
        warnings = List.copyOf(warnings);
    }
}
