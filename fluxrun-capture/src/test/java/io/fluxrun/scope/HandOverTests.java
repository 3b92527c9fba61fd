package io.fluxrun.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** The same object handed over by several runs, as an application does with a task that has no state. */
class HandOverTests {
    private final Runnable shared = () -> {};
    private final Object pool = new Object();
    private final Object otherPool = new Object();
    private final Lane one = Lane.main(new OpenSession("one")).child("Orders#place");
    private final Lane two = Lane.main(new OpenSession("two")).child("Orders#place");

    @Test
    void forgettingARunLeavesWhatAnotherHasHandedOver() {
        HandOver.task(shared, pool, one);
        HandOver.task(shared, pool, two);
        HandOver.forget(one.session());
        assertThat(HandOver.take(shared, pool)).isSameAs(two);
        assertThat(HandOver.take(shared, pool)).isNull();
    }

    @Test
    void aPoolRunsWhatItWasGivenItself() {
        HandOver.task(shared, pool, one);
        HandOver.task(shared, otherPool, two);
        assertThat(HandOver.take(shared, otherPool)).isSameAs(two);
        assertThat(HandOver.take(shared, otherPool)).isNull();
        assertThat(HandOver.take(shared, pool)).isSameAs(one);
    }

    @Test
    void onePoolRunsThemInTheirOrder() {
        HandOver.task(shared, pool, one);
        HandOver.task(shared, pool, two);
        assertThat(HandOver.take(shared, pool)).isSameAs(one);
        assertThat(HandOver.take(shared, pool)).isSameAs(two);
    }

    @Test
    void whoRunsItHimselfBecauseThePoolIsFullRunsHisOwn() {
        HandOver.task(shared, pool, one);
        HandOver.task(shared, pool, two);
        assertThat(HandOver.takeBack(shared, two.handedOverBy())).isSameAs(two);
        assertThat(HandOver.take(shared, pool)).isSameAs(one);
    }

    @Test
    void whatIsNotAcceptedIsForgottenAndNothingElse() {
        HandOver.task(shared, pool, one);
        HandOver.task(shared, pool, two);
        HandOver.notAccepted(shared, one);
        assertThat(HandOver.take(shared, pool)).isSameAs(two);
        assertThat(HandOver.awaits(shared)).isFalse();
    }

    @Test
    void aTaskThatCannotSayWhetherItIsDoneLosesNoRun() {
        var delegating = new FutureTask<Object>(shared, "") {
            @Override
            public boolean isDone() {
                throw new IllegalStateException("not started yet");
            }
        };
        HandOver.task(delegating, pool, two);
        HandOver.task(shared, pool, one);

        HandOver.forget(one.session());

        assertThat(HandOver.awaits(shared)).isFalse();
        assertThat(HandOver.waiting(two.session())).containsExactly(two);
        assertThat(HandOver.take(delegating, pool)).isSameAs(two);
    }

    private record OpenSession(String id) implements Session {
        @Override
        public boolean closed() {
            return false;
        }

        @Override
        public void laneOpened(Lane child) {}
    }
}
