package io.fluxrun.boundary;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A recording that keeps everything until it is asked. */
@SuppressWarnings("this-escape") // the lane keeps the reference and calls nothing
public class RecordingInMemory implements Recording, AutoCloseable {
    private final List<Supplier<Exchange>> exchanges = new CopyOnWriteArrayList<>();
    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private final List<Runnable> ends = new CopyOnWriteArrayList<>();
    private final Map<String, Supplier<Value>> metadata = new ConcurrentHashMap<>();
    private final Lane main = Lane.main(this);
    private volatile boolean closed;

    public RecordingInMemory() {
        Scope.sessionOpened();
    }

    public Lane main() {
        return main;
    }

    /** Returns what was recorded, as if the run were written now. */
    public List<Exchange> exchanges() {
        return exchanges.stream().map(Supplier::get).toList();
    }

    public List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** Returns what drivers said about themselves. */
    public Map<String, Value> metadata() {
        var answers = new TreeMap<String, Value>();
        metadata.forEach((key, value) -> answers.put(key, value.get()));
        return answers;
    }

    /** Closes the run and returns what was recorded. */
    public List<Exchange> end() {
        if (!closed) {
            new ArrayList<>(ends).forEach(Runnable::run);
            closed = true;
            Scope.sessionClosed();
        }
        return exchanges();
    }

    @Override
    public void close() {
        end();
    }

    @Override
    public boolean closed() {
        return closed;
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
        int n = exchanges.size() + 1;
        exchanges.add(
                () -> new Exchange(n, lane.name(), boundary, operation, startedNanos, 0, request.get(), answer.get()));
    }

    @Override
    public boolean reserve(int bytes) {
        return true;
    }

    @Override
    public void atClose(Runnable end) {
        ends.add(end);
    }

    @Override
    public void partial(String reason) {
        reasons.add(reason);
    }

    @Override
    public String id() {
        return "recording";
    }

    @Override
    public void laneOpened(Lane child) {}

    @Override
    public void reading(Lane lane, String api, String site, long value) {}

    @Override
    public void reading(Lane lane, String api, String site, Object value) {}

    @Override
    public void draw(Lane lane, String api, String site, Object value) {}

    @Override
    public void environment(EnvironmentKind kind, String name, String value) {}

    @Override
    public void metadata(String key, Supplier<Value> value) {
        metadata.putIfAbsent(key, value);
    }
}
