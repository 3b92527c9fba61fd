/** Where runs are kept: {@link io.fluxrun.store.RunStore} and its implementations by URI. */
@NullMarked
package io.fluxrun.store;

import org.jspecify.annotations.NullMarked;
