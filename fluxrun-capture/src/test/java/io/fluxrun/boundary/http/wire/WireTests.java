package io.fluxrun.boundary.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Connections are kept for minutes, in pools of hundreds: what passed over them belongs to the run alone. */
class WireTests {
    private final Wire wire = new Wire(() -> "http://localhost");

    @Test
    void aKeptConnectionHoldsNothingOfAnExchangeThatIsOver() throws IOException {
        assertForgotten(run("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    }

    @Test
    void aKeptConnectionHoldsNothingOfARunThatHasEnded() throws IOException {
        assertForgotten(run("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nok"));
    }

    private void assertForgotten(WeakReference<RecordingInMemory> run) {
        for (int tries = 0; tries < 100 && run.get() != null; tries++) {
            System.gc();
        }
        assertThat(run.get()).isNull();
        assertThat(wire.receiving()).isNull();
    }

    private WeakReference<RecordingInMemory> run(String answer) throws IOException {
        try (var recording = new RecordingInMemory()) {
            Lane before = Scope.bind(recording.main());
            try {
                wire.output(OutputStream.nullOutputStream())
                        .write("GET /stock HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                var bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
                int read =
                        wire.input(new ByteArrayInputStream(bytes)).readNBytes(new byte[bytes.length], 0, bytes.length);
                assertThat(read).isEqualTo(bytes.length);
            } finally {
                Scope.restore(before);
            }
            assertThat(recording.end()).hasSize(1);
            return new WeakReference<>(recording);
        }
    }
}
