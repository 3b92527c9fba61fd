package io.fluxrun.reentry;

import io.fluxrun.replay.ReplayResult;

/** How a replayed entry ended, and what the guard makes of it. */
public record Replayed(Ended ended, ReplayResult result) {}
