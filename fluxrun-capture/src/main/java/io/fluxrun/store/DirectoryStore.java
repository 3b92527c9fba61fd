package io.fluxrun.store;

import io.fluxrun.fixture.AtomicFile;
import io.fluxrun.fixture.FixtureException;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One file a run in {@code runs/}, with its summary beside it so that listing parses no run; boots and large bodies lie
 * in {@code runs/boot} and {@code runs/bodies}, where a reader of the run file itself looks for them.
 */
final class DirectoryStore implements RunStore {
    private static final int CANDIDATES_SHOWN = 10;

    private final StoreFolders folders;
    private final long mostBytes;
    private long used = -1;

    DirectoryStore(Path root, long mostBytes) {
        folders = new StoreFolders(root);
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized void save(Run run, @Nullable Boot boot) {
        try {
            folders.check();
            var fixture = new Fixture(run, Guard.NONE);
            long bytes = FixtureFiles.size(fixture);
            if (isThere(run)) {
                return;
            }
            checkBoot(run, boot);
            long needed = bytes + (boot == null ? 0 : sizeOfNew(boot, run));
            checkSpace(run.info().id(), needed);
            if (boot != null) {
                FixtureFiles.writeBoot(boot, folders.runs());
            }
            Path file = folders.run(run.info().id());
            FixtureFiles.write(fixture, file);
            byte[] summary = Summaries.write(Summaries.of(run, file.toFile().length()));
            AtomicFile.write(folders.summary(run.info().id()), summary);
            used += needed + summary.length;
        } catch (FixtureException e) {
            used = -1; // what was written before it failed is there: measure again
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public List<RunSummary> list() {
        return listing().runs();
    }

    @Override
    public RunListing listing() {
        return new Listing(folders).read();
    }

    @Override
    public StoredRun load(String idOrPrefix) {
        Path file = folders.run(resolve(idOrPrefix));
        if (Files.isSymbolicLink(file)) {
            throw new StoreException(file + " is a link, and a store holds its own files. Use -Dfluxrun.run=FILE.");
        }
        try {
            Run run = FixtureFiles.read(file).run();
            String boot = run.boot();
            return new StoredRun(run, boot == null ? null : FixtureFiles.readBoot(file, boot));
        } catch (FixtureException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    private String resolve(String idOrPrefix) {
        if (!RunId.isValid(idOrPrefix)) {
            throw new StoreException(
                    "\"" + idOrPrefix + "\" is no run id: one has 1 to 64 letters, digits, \"-\" and \"_\"."
                            + " mvn fluxrun:list shows the ids");
        }
        if (!folders.exists()) {
            throw new StoreException("There is no run " + idOrPrefix + ": the store " + folders.root()
                    + " does not exist. Check fluxrun.store, or record a run first");
        }
        List<String> ids = folders.candidates().stream()
                .map(RunId::of)
                .filter(id -> id != null && id.startsWith(idOrPrefix))
                .sorted()
                .toList();
        if (ids.contains(idOrPrefix)) {
            return idOrPrefix;
        } else if (ids.isEmpty()) {
            throw new StoreException("There is no run " + idOrPrefix + " in the store " + folders.root()
                    + ". mvn fluxrun:list shows the runs there are");
        } else if (ids.size() > 1) {
            throw new StoreException(ids.size() + " runs in the store " + folders.root() + " begin with " + idOrPrefix
                    + ": " + shown(ids) + ". Give more of the id");
        }
        return ids.get(0);
    }

    private static String shown(List<String> ids) {
        return ids.stream().limit(CANDIDATES_SHOWN).collect(Collectors.joining(", "))
                + (ids.size() > CANDIDATES_SHOWN ? ", …" : "");
    }

    private boolean isThere(Run run) {
        Path file = folders.run(run.info().id());
        if (!Files.exists(file)) {
            return false;
        }
        if (FixtureFiles.read(file).run().equals(run)) {
            return true;
        }
        throw new StoreException("The store " + folders.root() + " has another run "
                + run.info().id() + " already. Give the run an id of its own");
    }

    private static void checkBoot(Run run, @Nullable Boot boot) {
        String named = run.boot();
        String given = boot == null ? null : FixtureFiles.hash(boot);
        if (named == null ? given != null : !named.equals(given)) {
            throw new StoreException("The run " + run.info().id() + " names the boot " + named + " but came with "
                    + given + ". Save it with the boot it started from");
        }
    }

    private long sizeOfNew(Boot boot, Run run) {
        return Files.exists(folders.runs().resolve("boot").resolve(run.boot() + StoreFolders.RUN))
                ? 0
                : FixtureFiles.size(boot);
    }

    /** Measures only at first and when it looks full: others may have removed runs since. */
    private void checkSpace(String id, long needed) {
        if (used < 0 || used + needed > mostBytes) {
            used = folders.size();
        }
        if (used + needed > mostBytes) {
            throw new StoreException("The store " + folders.root() + " has " + used + " bytes and may have " + mostBytes
                    + ", so the run " + id + " with " + needed + " bytes was not kept. Remove runs that are no longer"
                    + " needed from " + folders.runs() + ", or raise the store's limit");
        }
    }
}
