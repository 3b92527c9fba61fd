package io.fluxrun.agent;

import com.acme.OrderFailed;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.run.Run;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Records one failing run in the tests' own JVM. */
final class SiteRecording {
    private SiteRecording() {}

    static Run of(SiteReplay.Failing entry) throws Exception {
        var saved = new LinkedBlockingQueue<Run>();
        var recorder = Recorder.start(RecorderSettings.DEFAULT, (run, boot) -> saved.add(run), line -> {});
        try {
            entry.run();
        } catch (OrderFailed expected) {
            // It is what is recorded.
        } finally {
            recorder.stop();
        }
        var run = saved.poll(1, TimeUnit.SECONDS);
        if (run == null) {
            throw new AssertionError("no run was saved");
        }
        return run;
    }
}
