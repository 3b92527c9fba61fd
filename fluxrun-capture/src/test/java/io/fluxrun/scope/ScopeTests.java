package io.fluxrun.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTests {
    @Test
    void aThreadOutsideARunHasNoLane() {
        assertThat(Scope.current()).isNull();
    }

    @Test
    void addedHandOverRenamesNoOtherLane() {
        var lane = Lane.main(new OpenSession());
        assertThat(lane.child("Orders#place").name()).isEqualTo("main/Orders#place#1");
        assertThat(lane.child("Audit#log").name()).isEqualTo("main/Audit#log#1");
        assertThat(lane.child("Orders#place").name()).isEqualTo("main/Orders#place#2");
    }

    @Test
    void workThatHandsItselfOverForEverDoesNotGetEverLongerNames() {
        var lane = Lane.main(new OpenSession());
        for (int i = 0; i < 10_000; i++) {
            lane = lane.child("Poller#again");
        }
        assertThat(lane.name().length()).isLessThan(10_000);
    }

    @Test
    void aSuspendedLaneIsHiddenUntilRestored() {
        Scope.sessionOpened();
        var lane = Lane.main(new OpenSession());
        var before = Scope.bind(lane);
        try {
            var suspended = Scope.suspend();
            assertThat(Scope.current()).isNull();
            Scope.restore(suspended);
            assertThat(Scope.current()).isSameAs(lane);
        } finally {
            Scope.restore(before);
            Scope.sessionClosed();
        }
    }

    private record OpenSession() implements Session {
        @Override
        public String id() {
            return "run";
        }

        @Override
        public boolean closed() {
            return false;
        }

        @Override
        public void laneOpened(Lane child) {}
    }
}
