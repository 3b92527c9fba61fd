package io.fluxrun.agent;

import io.fluxrun.FluxRunOptions;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.protect.MaskRules;
import io.fluxrun.protect.Masking;
import io.fluxrun.record.RunSink;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Run;
import io.fluxrun.store.RunStore;
import org.jspecify.annotations.Nullable;

/** Masks what is kept and saves it. The store is opened with the first run, long after the application's start. */
final class MaskedStore implements RunSink {
    private final FluxRunOptions options;
    private final Masking masking;
    private @Nullable RunStore store;

    MaskedStore(FluxRunOptions options) {
        this.options = options;
        this.masking = Masking.create(MaskRules.with(options.masks()));
    }

    @Override
    public void save(Run run, Boot boot) {
        // The boot first: what it holds may turn up in the run.
        var maskedBoot = masking.mask(boot);
        var masked = masking.mask(run).withBoot(FixtureFiles.hash(maskedBoot));
        if (store == null) {
            store = RunStore.open(options.store(), options.recorder().limits().disk());
        }
        store.save(masked, maskedBoot);
    }
}
