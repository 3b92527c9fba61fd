package io.fluxrun.boundary.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.replay.RequestKey;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.List;
import java.util.concurrent.Callable;

/** Records a run over state from before it and replays it where that state is another. */
final class StateRuns {
    static final RequestKey AS_IS = new RequestKey() {
        @Override
        public String boundary() {
            return StateBoundary.NAME;
        }

        @Override
        public Value key(Value request) {
            return request;
        }
    };

    private StateRuns() {}

    /** A recorded run, and what its code saw. */
    record Recorded<T>(T live, List<Exchange> exchanges, List<String> reasons) {
        /** Replays twice in this JVM: the same, nothing missed, nothing left. */
        void isReplayedBy(Callable<T> run) throws Exception {
            assertThat(reasons).isEmpty();
            assertThat(exchanges).isNotEmpty();
            for (int i = 0; i < 2; i++) {
                var replay = new ReplayInMemory(exchanges, AS_IS);
                assertThat(inLane(replay.main(), run)).isEqualTo(live);
                assertThat(replay.misses()).isEmpty();
                assertThat(replay.left()).isEmpty();
            }
        }
    }

    static <T> Recorded<T> record(Callable<T> run) throws Exception {
        try (var recording = new RecordingInMemory()) {
            T live = inLane(recording.main(), run);
            return new Recorded<>(live, recording.end(), recording.reasons());
        }
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
