package com.acme.span;

import io.fluxrun.Span;

/** An interface whose implementations have a span. */
interface Quotes {
    @Span
    String quote(String id);
}
