package io.fluxrun.boundary.http.wire;

import io.fluxrun.boundary.http.message.Loopback;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: what passes over it belongs to the lane of whoever sends at the time, since connections are kept
 * and used again. In a replay's lane nothing passes, whatever the connection was opened for.
 */
public final class Wire {
    private final Supplier<String> origin;
    private volatile @Nullable RecordedWire recorded;
    private volatile @Nullable ReplayedWire replayed;

    /** @param origin of the requests that name none, {@code http://localhost:8080}; asked when one begins */
    public Wire(Supplier<String> origin) {
        this.origin = origin;
    }

    public InputStream input(InputStream real) {
        return new WireInput(this, real);
    }

    public OutputStream output(OutputStream real) {
        return new WireOutput(this, real);
    }

    /** To be called when the client closes the connection. */
    public void close() {
        RecordedWire recording = recorded;
        if (recording != null) {
            recording.aside(recording::close);
        }
        ReplayedWire replaying = replayed;
        if (replaying != null) {
            replaying.close(replayLane(), origin.get());
        }
    }

    String origin() {
        return origin.get();
    }

    /** Returns this thread's lane if nothing live may happen in it. */
    @Nullable
    Lane replayLane() {
        Lane lane = Scope.current();
        return lane != null
                        && lane.session() instanceof Replaying replaying
                        && !Loopback.isDeclared(replaying, origin.get())
                ? lane
                : null;
    }

    ReplayedWire replayed() {
        ReplayedWire exchanges = replayed;
        if (exchanges == null) {
            exchanges = new ReplayedWire();
            replayed = exchanges;
        }
        return exchanges;
    }

    /** Returns the exchange that what is sent now belongs to, {@code null} if it is nobody's. */
    @Nullable
    RecordedWire sending() {
        RecordedWire current = recorded;
        if (current != null && !current.isOver() && !current.isAnswered()) {
            return current;
        }
        if (current != null) {
            current.aside(current::close);
        }
        Lane lane = Scope.current();
        RecordedWire next = lane != null && lane.session() instanceof Recording recording
                ? new RecordedWire(recording, lane, origin.get(), this::forget)
                : null;
        recorded = next;
        return next;
    }

    private void forget(RecordedWire over) {
        if (recorded == over) {
            recorded = null;
        }
    }

    /** Returns the exchange that what is received now belongs to, {@code null} if it is nobody's. */
    @Nullable
    RecordedWire receiving() {
        RecordedWire current = recorded;
        return current == null || current.isOver() ? null : current;
    }
}
