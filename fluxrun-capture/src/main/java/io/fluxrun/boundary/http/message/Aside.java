package io.fluxrun.boundary.http.message;

import io.fluxrun.scope.Recording;

/**
 * FluxRun's part of the client's callbacks. They run after the hook has returned, outside its protection: what is thrown
 * here would fail the application's call.
 */
public final class Aside {
    private Aside() {}

    /** A part that fails makes the run PARTIAL. */
    public static void run(Recording recording, Runnable part) {
        try {
            part.run();
        } catch (Throwable failure) {
            failed(recording, failure);
        }
    }

    public static void failed(Recording recording, Throwable failure) {
        try {
            recording.partial("http: an exchange could not be recorded: " + failure);
        } catch (Throwable lost) {
            // Out of memory or of stack: the application must go on.
        }
    }
}
