package io.fluxrun.boundary.lane;

import io.fluxrun.replay.ReplayResult;
import io.fluxrun.run.Run;
import java.util.concurrent.Callable;

/** Records and replays code, for the tests of other boundaries. */
public final class RecordedRuns {
    private RecordedRuns() {}

    public static Run record(Callable<?> application) throws Exception {
        return LaneRuns.record(application).run();
    }

    public static ReplayResult replay(Run run, Callable<?> application) throws Exception {
        return LaneRuns.replay(run, application).result();
    }
}
