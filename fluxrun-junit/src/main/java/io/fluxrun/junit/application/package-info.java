/** What a replay needs of the application under test, whatever framework runs it. Internal. */
@NullMarked
package io.fluxrun.junit.application;

import org.jspecify.annotations.NullMarked;
