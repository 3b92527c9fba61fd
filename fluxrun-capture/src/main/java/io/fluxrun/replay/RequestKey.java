package io.fluxrun.replay;

import io.fluxrun.run.Value;

/**
 * What makes two requests over a boundary the same request. Implemented by each boundary; stateless and thread-safe.
 */
public interface RequestKey {
    /** Returns the boundary this is for. */
    String boundary();

    /**
     * Returns the parts of the request that count, in canonical form, so that equal keys mean the same request. Field
     * names of the key are the names a near-miss message uses: {@code method}, {@code path}, {@code body}.
     */
    Value key(Value request);
}
