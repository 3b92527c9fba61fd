package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.Cut;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A recorded answer, ready to be played.
 *
 * @param head {@code null} if nothing came back
 * @param body read-only, from position 0
 * @param failure what comes instead of the head, or after the body; {@code null} if nothing
 * @param pending whether head or end never come, because the application stopped waiting for them
 * @param cut why not all of the body is there, {@code null} if it is
 * @param beyond latches and returns what meets the reader of more bytes than there are
 */
record Reply(
        @Nullable ResponseHead head,
        ByteBuffer body,
        @Nullable Throwable failure,
        boolean pending,
        @Nullable Cut cut,
        Supplier<? extends Throwable> beyond) {}
