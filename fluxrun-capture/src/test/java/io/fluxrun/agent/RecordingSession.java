package io.fluxrun.agent;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A recording that keeps what it is told as lines of text. */
class RecordingSession implements Recording {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<Object> values = new CopyOnWriteArrayList<>();
    final List<String> lanes = new CopyOnWriteArrayList<>();

    @Override
    public void reading(Lane lane, String api, String site, long value) {
        add(lane, api, site, value);
    }

    @Override
    public void reading(Lane lane, String api, String site, Object value) {
        add(lane, api, site, value);
    }

    @Override
    public void draw(Lane lane, String api, String site, Object value) {
        add(lane, api, site, value);
    }

    @Override
    public void environment(EnvironmentKind kind, String name, String value) {
        lines.add(kind + " " + name);
        values.add(value == null ? "absent" : value);
    }

    private void add(Lane lane, String api, String site, Object value) {
        lines.add(lane.name() + " " + api + " " + site.substring(site.lastIndexOf('.') + 1));
        values.add(value);
    }

    @Override
    public void laneOpened(Lane child) {
        lanes.add(child.name());
    }

    @Override
    public boolean reserve(int bytes) {
        return true;
    }

    @Override
    public void exchange(
            Lane lane,
            String boundary,
            String operation,
            boolean write,
            long startedNanos,
            Supplier<Value> request,
            Supplier<Answer> answer) {}

    @Override
    public void metadata(String key, Supplier<Value> value) {}

    @Override
    public void partial(String reason) {}

    @Override
    public String id() {
        return "run";
    }

    @Override
    public boolean closed() {
        return false;
    }
}
