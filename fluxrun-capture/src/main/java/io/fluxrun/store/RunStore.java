package io.fluxrun.store;

import io.fluxrun.run.Boot;
import io.fluxrun.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps runs. Thread-safe, and safe for several processes on one store. */
public interface RunStore {
    /** How large a store grows unless another limit is given. */
    long DEFAULT_MOST_BYTES = 256L << 20;

    /**
     * Saves a run, already masked. Creates the store on first use. Saving the same run again changes nothing.
     *
     * @param boot the boot that {@code run.boot()} names, {@code null} if it names none
     * @throws StoreException if that fails or the store would outgrow its limit; nothing is half written
     */
    void save(Run run, @Nullable Boot boot);

    /** Lists the runs, newest first, without reading them. Never creates the store. */
    List<RunSummary> list();

    /** As {@link #list()}, with what had to be left out. */
    default RunListing listing() {
        return new RunListing(list(), List.of());
    }

    /**
     * Returns the run with this id or unique id prefix.
     *
     * @throws StoreException if there is none or several; the message lists the candidates
     */
    StoredRun load(String idOrPrefix);

    /**
     * Opens a store that may grow to {@link #DEFAULT_MOST_BYTES}.
     *
     * @param uri {@code file:DIRECTORY}
     * @throws StoreException if the scheme is unknown or the URI is malformed
     */
    static RunStore open(String uri) {
        return open(uri, DEFAULT_MOST_BYTES);
    }

    /**
     * Opens a store.
     *
     * @param uri {@code file:DIRECTORY}, relative to the working directory or absolute
     * @param mostBytes how large it may grow; several processes may each go beyond by one run
     * @throws StoreException if the scheme is unknown or the URI is malformed
     */
    static RunStore open(String uri, long mostBytes) {
        return new DirectoryStore(StoreUri.directory(uri), mostBytes);
    }
}
