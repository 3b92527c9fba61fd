package io.fluxrun.boundary.http.wire;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.io.OutputStream;

/** What is sent over a connection, copied in passing; in a replay it is only looked at. */
final class WireOutput extends OutputStream {
    private final Wire wire;
    private final OutputStream real;

    WireOutput(Wire wire, OutputStream real) {
        this.wire = wire;
        this.real = real;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        Lane lane = wire.replayLane();
        if (lane != null) {
            wire.replayed().sent(lane, buffer, offset, length);
            return;
        }
        RecordedWire recorded = length == 0 ? null : wire.sending();
        if (recorded != null) {
            recorded.aside(() -> recorded.sent(buffer, offset, length));
        }
        if (recorded == null && Scope.current() == null) {
            real.write(buffer, offset, length);
            return;
        }
        Lane before = Scope.suspend();
        try {
            real.write(buffer, offset, length);
        } catch (IOException e) {
            if (recorded != null) {
                recorded.aside(() -> recorded.failed(e));
            }
            throw e;
        } finally {
            Scope.restore(before);
        }
    }

    @Override
    public void flush() throws IOException {
        if (wire.replayLane() == null) {
            real.flush();
        }
    }

    @Override
    public void close() throws IOException {
        wire.close(real);
    }
}
