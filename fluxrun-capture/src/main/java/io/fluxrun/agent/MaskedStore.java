package io.fluxrun.agent;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.protect.Masking;
import io.fluxrun.record.RunSink;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Run;
import io.fluxrun.store.RunStore;

/** The only way from the recorder to the store: through the masks, the boot first, because runs may hold its secrets. */
record MaskedStore(Masking masking, RunStore store) implements RunSink {
    @Override
    public void save(Run run, Boot boot) {
        Boot maskedBoot = masking.mask(boot);
        store.save(masking.mask(run).withBoot(FixtureFiles.hash(maskedBoot)), maskedBoot);
    }
}
