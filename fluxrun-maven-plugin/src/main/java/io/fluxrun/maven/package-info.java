/** The Maven goals: thin shells over plain classes that know nothing of Maven where they can help it. */
@NullMarked
package io.fluxrun.maven;

import org.jspecify.annotations.NullMarked;
