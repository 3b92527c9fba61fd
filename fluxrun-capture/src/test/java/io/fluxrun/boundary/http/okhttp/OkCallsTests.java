package io.fluxrun.boundary.http.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.boundary.RecordingInMemory;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class OkCallsTests {
    private final OkCalls calls = new OkCalls();

    /** An upstream that is down fails every call: none of them may stay for ever. */
    @Test
    void aFailedCallIsForgottenWithItsRun() {
        var call = failed();

        for (int tries = 0; tries < 100 && call.get() != null; tries++) {
            System.gc();
        }

        assertThat(call.get()).isNull();
    }

    private WeakReference<Object> failed() {
        var call = new Object();
        try (var recording = new RecordingInMemory()) {
            var request = new OkRequest(call, new Object(), "GET", "http://localhost/stock");
            calls.failed(call, new OkAttempt(recording, recording.main(), request));
            assertThat(calls.failed(call)).isNotNull();
        }
        return new WeakReference<>(call);
    }
}
