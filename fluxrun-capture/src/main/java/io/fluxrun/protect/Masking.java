package io.fluxrun.protect;

import io.fluxrun.run.Boot;
import io.fluxrun.run.Run;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Replaces secrets in what is about to be saved, for good. The same secret has the same mask everywhere in what one
 * instance masks, so joins and matching still work; a mask has its secret's length and cannot be turned back: the salt
 * is random and never leaves the process. Masking what is masked changes nothing. Thread-safe.
 */
public final class Masking {
    private final MaskRules rules;
    private final MaskText masks = new MaskText();

    /** What boots held may turn up in any run of the process. */
    private final Map<String, String> fromBoots = new ConcurrentHashMap<>();

    private Masking(MaskRules rules) {
        this.rules = rules;
    }

    /** Returns a masking with a salt of its own: one is enough for a process. */
    public static Masking create(MaskRules rules) {
        return new Masking(rules);
    }

    /** Returns the run without its secrets and those of the boots masked before. */
    public Run mask(Run run) {
        var secrets = new Secrets(masks);
        secrets.addAll(fromBoots);
        Run found = new RunMapping(new Finding(rules, secrets)).apply(run);
        return new RunMapping(new Replacing(secrets.found())).apply(found);
    }

    /** Returns the boot without its secrets; mask it before the runs that started from it. */
    public Boot mask(Boot boot) {
        var secrets = new Secrets(masks);
        secrets.addAll(fromBoots);
        Boot found = new RunMapping(new Finding(rules, secrets)).apply(boot);
        fromBoots.putAll(secrets.found());
        return new RunMapping(new Replacing(secrets.found())).apply(found);
    }
}
