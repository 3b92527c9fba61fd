package io.fluxrun.boundary.lane;

import com.acme.Upstream;
import io.fluxrun.agent.Boundaries;
import io.fluxrun.record.Ending;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.replay.Expectation;
import io.fluxrun.replay.ReplayInput;
import io.fluxrun.replay.ReplayResult;
import io.fluxrun.replay.ReplaySession;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.Run;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records code that hands work over, and replays it. */
final class LaneRuns {
    private LaneRuns() {}

    /** What was recorded, and what the application returned. */
    record Recorded(Run run, Object value) {}

    /** What a replay came to, and what the application returned; {@code null} if it threw. */
    record Replayed(ReplayResult result, @Nullable Object value) {}

    static Recorded record(Callable<?> application) throws Exception {
        return together(List.of(application)).get(0);
    }

    /** Records one run of each, all at once. */
    static List<Recorded> together(List<Callable<?>> applications) throws Exception {
        var saved = new LinkedBlockingQueue<Run>();
        var recorder = Recorder.start(RecorderSettings.DEFAULT, (run, boot) -> saved.add(run), line -> {});
        try {
            var values = new ArrayList<Future<Object>>();
            for (int i = 0; i < applications.size(); i++) {
                var route = "GET /" + i;
                var application = applications.get(i);
                var task = new FutureTask<Object>(() -> run(recorder, route, application));
                new Thread(task, route).start();
                values.add(task);
            }
            var recorded = new ArrayList<Recorded>();
            for (int i = 0; i < values.size(); i++) {
                values.get(i).get();
            }
            var runs = new HashMap<String, Run>();
            while (runs.size() < values.size()) {
                var run = Objects.requireNonNull(saved.poll(60, TimeUnit.SECONDS), "no run was saved");
                runs.put(run.entry().name(), run);
            }
            for (int i = 0; i < values.size(); i++) {
                recorded.add(new Recorded(
                        Objects.requireNonNull(runs.get("GET /" + i)),
                        values.get(i).get()));
            }
            return recorded;
        } finally {
            recorder.stop();
        }
    }

    private static Object run(Recorder recorder, String route, Callable<?> application) throws Exception {
        var run = Objects.requireNonNull(recorder.open());
        Lane before = Scope.bind(run.main());
        try {
            return application.call();
        } finally {
            Scope.restore(before);
            run.end(new Failed(route));
        }
    }

    static Replayed replay(Run run, Callable<?> application) throws InterruptedException {
        return replay(run, 500, Expectation.RECORDED, application);
    }

    /** @param status what the entry answers */
    static Replayed replay(Run run, int status, Expectation expectation, Callable<?> application)
            throws InterruptedException {
        var session = new ReplaySession(new ReplayInput(
                "lanes.json", new Fixture(run, Guard.NONE), Boot.EMPTY, "", Boundaries.requestKeys(), allowance -> ""));
        Object value = null;
        Throwable thrown = null;
        Lane before = Scope.bind(session.main());
        try {
            value = application.call();
        } catch (Throwable e) {
            thrown = e;
        } finally {
            Scope.restore(before);
        }
        return new Replayed(session.end(Value.fields().put("status", status).build(), thrown, expectation), value);
    }

    /** An upstream that is recorded and replayed; the world is asked while recording. */
    static Upstream upstream(UnaryOperator<String> world) {
        return request -> {
            Lane lane = Objects.requireNonNull(Scope.current(), "in no lane");
            var asked = Value.fields()
                    .put("request", request)
                    .put("lane", lane.name())
                    .build();
            if (lane.session() instanceof Replaying replaying) {
                return replaying.ask(lane, "test", request, false, asked) instanceof Answer.Response response
                        ? response.value().requireText()
                        : "";
            }
            long started = System.nanoTime();
            var answer = world.apply(request);
            ((Recording) lane.session())
                    .exchange(lane, "test", request, false, started, () -> asked, () -> Answer.of(Value.of(answer)));
            return answer;
        };
    }

    private record Failed(String route) implements Ending {
        @Override
        public int status() {
            return 500;
        }

        @Override
        public @Nullable Throwable error() {
            return null;
        }

        @Override
        public @Nullable String header(String name) {
            return null;
        }

        @Override
        public Captured capture() {
            return new Captured(
                    () -> new Entry(Entry.Kind.HTTP, route, Value.NULL),
                    () -> Value.fields().put("status", 500).build(),
                    null,
                    List.of());
        }
    }
}
