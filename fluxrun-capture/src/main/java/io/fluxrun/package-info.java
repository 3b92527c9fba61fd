/** What users call and annotate. */
@NullMarked
package io.fluxrun;

import org.jspecify.annotations.NullMarked;
