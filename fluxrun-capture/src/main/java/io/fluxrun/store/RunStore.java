package io.fluxrun.store;

import io.fluxrun.run.Boot;
import io.fluxrun.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps runs. Thread-safe, and safe for several processes on one store. */
public interface RunStore {
    /**
     * Saves a run, already masked. Creates the store on first use.
     *
     * @param boot the boot that {@code run.boot()} names, {@code null} if it names none
     * @throws StoreException if that fails; nothing is half written
     */
    void save(Run run, @Nullable Boot boot);

    /** Lists the runs, newest first, without reading them. Never creates the store. */
    List<RunSummary> list();

    /**
     * Returns the run with this id or unique id prefix.
     *
     * @throws StoreException if there is none or several; the message lists the candidates
     */
    StoredRun load(String idOrPrefix);

    /**
     * Opens a store.
     *
     * @param uri {@code file:DIRECTORY}
     * @throws StoreException if the scheme is unknown or the URI is malformed
     */
    static RunStore open(String uri) {
        throw new UnsupportedOperationException();
    }
}
