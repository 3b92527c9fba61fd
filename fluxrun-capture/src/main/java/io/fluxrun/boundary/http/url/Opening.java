package io.fluxrun.boundary.http.url;

import io.fluxrun.boundary.http.message.Aside;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.wire.Connecting;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Scope;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a recorded run that is being opened.
 *
 * @param before what {@link Scope#restore} takes when it is open
 */
record Opening(
        Recording recording,
        Lane lane,
        HttpURLConnection caller,
        long startedNanos,
        @Nullable Lane before) {
    /** Returns {@code null} if what follows cannot be recorded: the sockets then tell. */
    static @Nullable Opening begin(Recording recording, Lane lane, HttpURLConnection caller) {
        if (UrlInternals.missing() != null) {
            recording.partial(
                    HttpText.BOUNDARY + ": HttpURLConnection is closed to FluxRun: " + UrlInternals.missing());
            return null;
        }
        return new Opening(recording, lane, caller, System.nanoTime(), Scope.suspend());
    }

    void end(@Nullable Throwable thrown) {
        Scope.restore(before);
        if (thrown != null) {
            Aside.run(
                    recording,
                    () -> Connecting.failed(
                            recording,
                            lane,
                            caller.getRequestMethod(),
                            caller.getURL().toString(),
                            startedNanos,
                            thrown));
        }
    }
}
