package io.fluxrun.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.scope.Scope;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.ObjectName;
import org.apache.coyote.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run whose entry FluxRun fails to record is given up: it holds no memory and keeps no process from ending. */
class UnrecordedEntryTests {
    private Recorder recorder;
    private long before;

    @BeforeEach
    void start() throws Exception {
        recorder = Recorder.start(RecorderSettings.DEFAULT, new SavedRuns(), line -> {});
        before = runsInMemory();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        try {
            assertThat(Scope.current()).isNull();
            assertThat(recorder.bytesHeld()).isZero();
            long after = before + 1;
            for (int tries = 0; tries < 20 && after > before; tries++) {
                after = runsInMemory();
            }
            assertThat(after).as("runs on the heap").isLessThanOrEqualTo(before);
        } finally {
            recorder.stop();
        }
    }

    @Test
    void aMethodWhoseArgumentsCannotBeTaken() {
        var hook = new CapturedMethod("com.acme.Orders", "place", "(Ljava/lang/Object;Ljava/lang/Object;)V");

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> hook.enter(null, null)).isInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void aRequestThatCannotBeMarked() throws Exception {
        for (int i = 0; i < 10; i++) {
            var request = new Request();
            withoutNotes(request);
            assertThatThrownBy(() -> new ServiceHook().enter(null, new Object[] {request}))
                    .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        }
    }

    @Test
    void aRequestThatCannotBeAskedWhetherItGoesOn() throws Exception {
        for (int i = 0; i < 10; i++) {
            var request = new Request();
            var token = new ServiceHook().enter(null, new Object[] {request});
            withoutNotes(request);
            assertThatThrownBy(() -> new ServiceHook().exit(token, null, new Object[] {request}, null, null))
                    .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        }
    }

    private static void withoutNotes(Request request) throws Exception {
        var notes = Request.class.getDeclaredField("notes");
        notes.setAccessible(true);
        notes.set(request, new Object[0]);
    }

    /** Counts after a full collection. */
    private static long runsInMemory() throws Exception {
        var histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return List.of(histogram.split("\n")).stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(row -> row.length > 3 && row[3].startsWith("io.fluxrun.record.RunData"))
                .mapToLong(row -> Long.parseLong(row[1]))
                .sum();
    }
}
