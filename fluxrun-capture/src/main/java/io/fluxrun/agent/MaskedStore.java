package io.fluxrun.agent;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.protect.MaskRules;
import io.fluxrun.protect.Masking;
import io.fluxrun.record.RunSink;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Run;
import io.fluxrun.store.RunStore;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only way from the recorder to the store: through the masks, the boot first, because runs may hold its secrets. All
 * of it is made when the first run is saved: most processes start and never save any.
 */
final class MaskedStore implements RunSink {
    private final Set<String> masks;
    private final RunStore store;
    private @Nullable Masking masking;
    private @Nullable Masked boot;

    /** @param masks further names to mask */
    MaskedStore(Set<String> masks, RunStore store) {
        this.masks = Set.copyOf(masks);
        this.store = store;
    }

    @Override
    public synchronized void save(Run run, Boot boot) {
        if (masking == null) {
            masking = Masking.create(MaskRules.with(masks));
        }
        var masked = masked(masking, boot);
        store.save(masking.mask(run).withBoot(masked.hash()), masked.boot());
    }

    /** The same boot is masked once, however many runs started from it. */
    @SuppressWarnings("ReferenceEquality") // until something is added, the recorder returns the same boot
    private Masked masked(Masking masking, Boot recorded) {
        var known = boot;
        if (known == null || known.recorded() != recorded) {
            var masked = masking.mask(recorded);
            known = new Masked(recorded, masked, FixtureFiles.hash(masked));
            boot = known;
        }
        return known;
    }

    private record Masked(Boot recorded, Boot boot, String hash) {}
}
