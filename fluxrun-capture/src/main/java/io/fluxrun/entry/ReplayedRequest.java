package io.fluxrun.entry;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A request that a replay has sent: the client compares the answer, so only the error is of interest here. */
final class ReplayedRequest implements TomcatEntry {
    private final Lane lane;
    private volatile @Nullable Throwable error;

    ReplayedRequest(Lane lane) {
        this.lane = lane;
    }

    @Override
    public Lane lane() {
        return lane;
    }

    @Override
    public void handled(Throwable handled) {
        error = handled;
    }

    @Override
    public boolean wantsBodies() {
        return false;
    }

    @Override
    public void read(ByteBuffer bytes) {}

    @Override
    public void written(ByteBuffer bytes) {}

    @Override
    public void end(Tomcat tomcat, Object request) {
        abandon();
    }

    @Override
    public void abandon() {
        if (lane.session() instanceof Replaying replaying) {
            replaying.entryEnded(error);
        }
    }
}
