package io.fluxrun.boundary.host;

import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.run.Exchange;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.List;
import java.util.concurrent.Callable;

/** Records calls, and replays them. */
final class HostRuns {
    private HostRuns() {}

    record Recorded<T>(T value, List<Exchange> exchanges, List<String> reasons) {}

    static <T> Recorded<T> record(Callable<T> application) throws Exception {
        try (var recording = new RecordingInMemory()) {
            T value = inLane(recording.main(), application);
            return new Recorded<>(value, recording.end(), recording.reasons());
        }
    }

    static ReplayInMemory replay(List<Exchange> exchanges) {
        return new ReplayInMemory(exchanges, new HostKey());
    }

    static <T> T inLane(Lane lane, Callable<T> work) throws Exception {
        Lane before = Scope.bind(lane);
        try {
            return work.call();
        } finally {
            Scope.restore(before);
        }
    }
}
