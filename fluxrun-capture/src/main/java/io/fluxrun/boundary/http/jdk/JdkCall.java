package io.fluxrun.boundary.http.jdk;

import java.net.http.HttpResponse.BodyHandler;
import org.jspecify.annotations.Nullable;

/**
 * One send, handed to the client as the body handler, so that every attempt made for it (redirect, authentication,
 * retry) can be traced back to it, on whichever thread.
 */
sealed interface JdkCall<T> extends BodyHandler<T> permits RecordedCall, ReplayedCall {
    /**
     * Called when the client is done, before the application sees it.
     *
     * @param thrown {@code null} if there is a response; the application may still be reading it
     * @return what the application is to see
     */
    @Nullable
    Throwable ended(@Nullable Throwable thrown);

    /** Called when the application has the response, and all that it does with it at once is done. */
    default void delivered() {}
}
