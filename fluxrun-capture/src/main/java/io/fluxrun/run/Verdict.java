package io.fluxrun.run;

/** The result of a guard. Codes are stable: scripts and CI may rely on them. */
public enum Verdict {
    /** The code asked something that the fixture cannot answer, or made or skipped a write without an allowance. */
    DIVERGED("FLUX-101"),
    /** The recorded failure is back with the recorded writes. */
    REGRESSED("FLUX-102"),
    /** The bug was not approached, or the recording was edited after the guard was seen red. */
    INCONCLUSIVE("FLUX-103"),
    /** The failure is gone, but the outcome is not the accepted one. */
    CHANGED("FLUX-104"),
    /** The failure is gone and the outcome is the accepted one: the only green verdict. */
    REPAIRED("FLUX-100");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public boolean green() {
        return this == REPAIRED;
    }
}
