package io.fluxrun.agent;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the advice parameter that gets the index of the hook point as a constant. */
@Retention(RetentionPolicy.RUNTIME)
@interface Point {}
