package io.fluxrun.boundary.http.wire;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.io.InputStream;

/** What a connection brings, copied in passing; in a replay what the recording has of it. */
final class WireInput extends InputStream {
    private final Wire wire;
    private final InputStream real;

    WireInput(Wire wire, InputStream real) {
        this.wire = wire;
        this.real = real;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Lane lane = wire.replayLane();
        if (lane != null) {
            return length == 0 ? 0 : wire.replayed().read(lane, wire.origin(), buffer, offset, length);
        }
        RecordedWire recorded = wire.receiving();
        if (recorded == null && Scope.current() == null) {
            return real.read(buffer, offset, length);
        }
        Lane before = Scope.suspend();
        try {
            int read = real.read(buffer, offset, length);
            if (recorded != null) {
                recorded.aside(read < 0 ? recorded::ended : () -> recorded.received(buffer, offset, read));
            }
            return read;
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
    public int available() throws IOException {
        if (wire.replayLane() != null) {
            return wire.replayed().available();
        }
        return real.available();
    }

    @Override
    public void close() throws IOException {
        wire.close(real);
    }
}
