package io.fluxrun.run;

import org.jspecify.annotations.Nullable;

/**
 * A part of a request that is another in every run and does not count in matching.
 *
 * @param id unique in the fixture
 * @param operation of the requests that it is about
 * @param field as messages name it: {@code body.sentAt}, {@code query.nonce}, {@code parameters[2]}, {@code body.items[*].id}
 */
public record Tolerance(
        String id,
        String boundary,
        String operation,
        String field,
        String reason,
        @Nullable String author,
        @Nullable String date) {}
