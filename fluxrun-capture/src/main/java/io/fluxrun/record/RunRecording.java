package io.fluxrun.record;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Scope;
import io.fluxrun.scope.Trail;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run in progress. The entry binds {@link #main()} to its thread and says how it {@linkplain #end ended}; from then on
 * nothing of the run is held, unless it is kept. Thread-safe.
 */
public final class RunRecording implements Recording {
    private final Recorder recorder;
    private final Lane main = Lane.main(this);
    private final AtomicReference<@Nullable RunData> open;
    private final Limits limits;
    private final Instant recordedAt = Instant.now();
    private @Nullable String id;

    /** Of the lane of the entry while the run is open: most clocks are read there, and each step on the way costs. */
    private @Nullable Journal readings;

    RunRecording(Recorder recorder, Limits limits, Budget budget) {
        this.recorder = recorder;
        this.limits = limits;
        var data = new RunData(main, recordedAt, limits, budget);
        this.open = new AtomicReference<>(data);
        this.readings = data.mainReadings();
    }

    /** Returns the lane of the entry. */
    public Lane main() {
        return main;
    }

    @Override
    public synchronized String id() {
        if (id == null) {
            id = RunIds.at(recordedAt);
        }
        return id;
    }

    /** Ends the run; whether it is kept is decided here. The second call and all later ones do nothing. */
    public void end(Ending ending) {
        RunData data = open.get();
        if (data == null) {
            return;
        }
        data.takeEnds().forEach(this::finish);
        long durationNanos = System.nanoTime() - data.startNanos();
        if (close(data)) {
            recorder.ended(this, data, durationNanos, ending);
        }
    }

    /** Forgets the run. */
    public void abandon() {
        RunData data = open.get();
        if (data != null && close(data)) {
            data.budget().close();
            recorder.abandoned(this);
        }
    }

    private boolean close(RunData data) {
        if (!open.compareAndSet(data, null)) {
            return false;
        }
        readings = null;
        data.trail().close();
        Scope.sessionClosed();
        if (data.handedOver()) {
            HandOver.forget(this);
        }
        return true;
    }

    private void finish(Runnable end) {
        try {
            end.run();
        } catch (Throwable failure) {
            partial("an exchange under way could not be recorded: " + failure);
        }
    }

    @Override
    public boolean closed() {
        return open.get() == null;
    }

    @Override
    public @Nullable Trail trail() {
        RunData data = open.get();
        return data == null ? null : data.trail();
    }

    @Override
    public void laneOpened(Lane child) {
        RunData data = open.get();
        if (data != null) {
            data.opened(child);
        }
    }

    @Override
    public void laneBegun(Lane lane) {
        RunData data = open.get();
        if (data != null) {
            data.begun(lane);
        }
    }

    @Override
    public void laneEnded(Lane lane) {
        RunData data = open.get();
        if (data != null) {
            data.ended(lane);
        }
    }

    @Override
    public void completing(Lane lane) {
        RunData data = open.get();
        if (data != null) {
            data.completing(lane);
        }
    }

    @Override
    public void completionSettled(Lane lane) {
        RunData data = open.get();
        if (data != null) {
            data.settled(lane);
        }
    }

    @Override
    public boolean reserve(int bytes) {
        RunData data = open.get();
        return data != null && data.test(bytes);
    }

    @Override
    public void release(int bytes) {
        RunData data = open.get();
        if (data != null) {
            data.budget().giveBack(bytes);
        }
    }

    @Override
    public int bodyLimit() {
        return limits.body();
    }

    @Override
    public void atClose(Runnable end) {
        RunData data = open.get();
        if (data != null) {
            data.atClose(end);
        }
    }

    @Override
    public void exchange(
            Lane lane,
            String boundary,
            String operation,
            boolean write,
            long startedNanos,
            Supplier<Value> request,
            Supplier<Answer> answer) {
        RunData data = open.get();
        if (data != null) {
            data.exchange(lane, boundary, operation, write, startedNanos, request, answer);
        }
    }

    @Override
    public void reading(Lane lane, String api, String site, long value) {
        Journal quick = readings;
        if (lane == main && quick != null && SampleLog.append(quick, api, site, value)) {
            return;
        }
        RunData data = open.get();
        if (data != null) {
            data.reading(lane, api, site, value);
        }
    }

    @Override
    public void reading(Lane lane, String api, String site, @Nullable Object value) {
        Journal quick = readings;
        if (lane == main && quick != null && SampleLog.append(quick, api, site, value)) {
            return;
        }
        RunData data = open.get();
        if (data != null) {
            data.reading(lane, api, site, value);
        }
    }

    @Override
    public void waited(Lane lane, String event, String site) {
        RunData data = open.get();
        if (data != null) {
            data.waited(lane, event, site);
        }
    }

    @Override
    public void draw(Lane lane, String api, String site, @Nullable Object value) {
        RunData data = open.get();
        if (data != null) {
            data.draw(lane, api, site, value);
            if (lane.isGroup()) {
                data.partial("a parallel stream draws random values in " + site
                        + ", and which part draws which differs from replay to replay");
            }
        }
    }

    @Override
    public void environment(EnvironmentKind kind, String name, @Nullable String value) {
        RunData data = open.get();
        if (data != null) {
            data.environment(kind, name, value);
        }
    }

    /** What the driver says about itself belongs to the boot, whenever it is asked. */
    @Override
    public void metadata(String key, Supplier<Value> value) {
        recorder.boot().metadata(key, value);
    }

    @Override
    public void partial(String reason) {
        RunData data = open.get();
        if (data != null) {
            data.partial(reason);
        }
    }
}
