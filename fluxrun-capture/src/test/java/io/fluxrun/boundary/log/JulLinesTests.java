package io.fluxrun.boundary.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.log.Late;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.boundary.lane.RecordedRuns;
import io.fluxrun.run.LogEvent;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JulLinesTests {
    private static final Logger LOG = Logger.getLogger("com.acme.jul");

    @BeforeAll
    static void install() {
        SelfAttachment.install();
        LOG.setUseParentHandlers(false);
        LOG.setLevel(Level.INFO);
        LOG.setFilter(event -> !String.valueOf(event.getMessage()).startsWith("filtered"));
    }

    @Test
    void onlyWhatLevelAndFilterLetPassIsRecorded() throws Exception {
        var run = RecordedRuns.record(() -> {
            LOG.fine("below");
            LOG.log(new LogRecord(Level.FINE, "a record below"));
            LOG.info("filtered out");
            LOG.info("kept");
            return "";
        });

        assertThat(run.logs()).extracting(LogEvent::message).containsExactly("kept");
    }

    @Test
    void whatIsLoggedInsideAnExchangeBelongsToIt() throws Exception {
        var run = RecordedRuns.record(() -> {
            Lane before = Scope.suspend();
            try {
                LOG.info("nested");
            } finally {
                Scope.restore(before);
            }
            LOG.info("after");
            return "";
        });
        assertThat(run.logs()).extracting(LogEvent::message).containsExactly("after");

        Callable<String> replayed = () -> {
            Lane lane = Objects.requireNonNull(Scope.current());
            Lane before = Scope.bind(lane.shadow());
            try {
                LOG.info("nested");
            } finally {
                Scope.restore(before);
            }
            LOG.info("after");
            return "";
        };
        assertThat(RecordedRuns.replay(run, replayed).logs())
                .extracting(LogEvent::message)
                .containsExactly("after");
    }

    @Test
    void whatNobodyFormatsIsToldWithoutRunningTheApplication() throws Exception {
        var run = RecordedRuns.record(() -> {
            LOG.log(Level.WARNING, "{0} of {1} in {2}", new Object[] {7, "ord_01", new Untold()});
            LOG.log(Level.WARNING, "a {brace", 1);
            LOG.log(Level.WARNING, (String) null);
            return "";
        });

        assertThat(run.logs())
                .extracting(LogEvent::message)
                .containsExactly("7 of ord_01 in {" + Untold.class.getName() + "}", "a {brace", "");
    }

    @Test
    void whatAnExceptionReadsToTellItselfIsNoReadingOfTheRun() throws Exception {
        var run = RecordedRuns.record(() -> {
            LOG.log(Level.WARNING, "failed", new Late());
            assertThat(Scope.current()).as("the lane afterwards").isNotNull();
            return "";
        });

        assertThat(run.logs())
                .extracting(line -> Objects.requireNonNull(line.thrown()).message())
                .containsExactly("late");
        assertThat(run.readings()).isEmpty();
        var asked = RecordedRuns.record(new Late()::getMessage);
        assertThat(asked.readings()).as("of the application itself").hasSize(1);
        assertThat(run.info().readiness().reasons()).isEmpty();
    }

    private static final class Untold {
        @Override
        public String toString() {
            throw new AssertionError("no appender asked");
        }
    }
}
