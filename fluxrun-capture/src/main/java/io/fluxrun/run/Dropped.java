package io.fluxrun.run;

/** How many log lines and spans of a run were not kept. They do not decide a replay, so it stays as ready as it was. */
public record Dropped(int logs, int spans) {
    public static final Dropped NONE = new Dropped(0, 0);
}
