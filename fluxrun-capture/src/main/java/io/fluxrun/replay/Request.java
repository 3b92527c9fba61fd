package io.fluxrun.replay;

import io.fluxrun.run.Value;

/** A request as it is matched: equal requests may have the same answer. */
record Request(String boundary, String operation, Value key) {}
