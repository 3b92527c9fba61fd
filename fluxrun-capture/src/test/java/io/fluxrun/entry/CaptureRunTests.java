package io.fluxrun.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.CaptureRun;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.appjson.AppJson;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptureRunTests {
    private final SavedRuns saved = new SavedRuns();
    private @Nullable Recorder recorder;

    record Order(String id, int quantity) {}

    static class Orders {
        private final List<@Nullable String> sessions = new ArrayList<>();

        @CaptureRun
        String place(Order order, int[] steps, List<Order> more, boolean fail) {
            note();
            steps[0] = 99;
            if (fail) {
                throw new IllegalStateException("out of stock: " + order.id());
            }
            return "placed";
        }

        @CaptureRun(name = "nightly")
        void outer(boolean fail) {
            note();
            inner(fail);
        }

        @CaptureRun
        void inner(boolean fail) {
            note();
            if (fail) {
                throw new IllegalArgumentException("inner");
            }
        }

        @CaptureRun
        static void locked(Lock lock) {
            throw new IllegalStateException("locked");
        }

        private void note() {
            var lane = Scope.current();
            sessions.add(lane == null ? null : lane.session().id());
        }
    }

    @BeforeAll
    static void installHooks() {
        SelfAttachment.install();
    }

    @BeforeEach
    void start() {
        recorder = Recorder.start(RecorderSettings.DEFAULT, saved, line -> {});
    }

    @AfterEach
    void stop() {
        Objects.requireNonNull(recorder).stop();
    }

    @Test
    void aFailingCallIsARunWithItsArgumentsAsTheyWere() {
        var orders = new Orders();
        assertThat(orders.place(new Order("ord_01", 2), new int[] {1}, List.of(), false))
                .isEqualTo("placed");
        assertThatThrownBy(() -> orders.place(new Order("ord_01", 2), new int[] {1}, List.of(), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("out of stock: ord_01");

        var run = saved.next();
        var request = run.entry().request();
        assertThat(run.entry().kind()).isEqualTo(Entry.Kind.METHOD);
        assertThat(run.entry().name()).isEqualTo(Orders.class.getName() + "#place");
        assertThat(request.get("type").text()).isEqualTo(Orders.class.getName());
        assertThat(request.get("method").text()).isEqualTo("place");
        assertThat(request.get("parameters").items())
                .containsExactly(
                        Value.of(Order.class.getName()),
                        Value.of(int[].class.getName()),
                        Value.of("java.util.List"),
                        Value.of("boolean"));
        var arguments = request.get("arguments").items();
        var loader = getClass().getClassLoader();
        assertThat(AppJson.decode(arguments.get(0), null, loader)).isEqualTo(new Order("ord_01", 2));
        assertThat(AppJson.decode(arguments.get(1), null, loader)).isEqualTo(new int[] {1});
        assertThat(run.outcome().status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(run.outcome().httpStatus()).isEqualTo(-1);
        var signature = Objects.requireNonNull(run.outcome().signature());
        assertThat(signature.exception()).isEqualTo("java.lang.IllegalStateException");
        assertThat(run.info().readiness()).isEqualTo(Readiness.READY);
        assertThat(saved.size()).isZero();
    }

    @Test
    void aCallInsideARunOpensNoOther() {
        var orders = new Orders();
        assertThatThrownBy(() -> orders.outer(true)).isInstanceOf(IllegalArgumentException.class);

        var run = saved.next();
        assertThat(run.entry().name()).isEqualTo("nightly");
        assertThat(orders.sessions).containsExactly(run.info().id(), run.info().id());
        Objects.requireNonNull(recorder).stop();
        assertThat(saved.size()).isZero();
    }

    @Test
    void anArgumentThatIsNoDataMakesTheRunPartialAndNamesIt() {
        assertThatThrownBy(() -> Orders.locked(new ReentrantLock())).isInstanceOf(IllegalStateException.class);

        var run = saved.next();
        assertThat(run.info().readiness().reasons())
                .singleElement()
                .asString()
                .startsWith("arguments[0]: java.util.concurrent.locks.ReentrantLock cannot be written as data");
        assertThat(run.entry().request().get("arguments").items()).containsExactly(Value.NULL);
    }

    @Test
    void withoutARecorderNothingHappens() {
        Objects.requireNonNull(recorder).stop();
        var orders = new Orders();

        assertThat(orders.place(new Order("a", 1), new int[1], List.of(), false))
                .isEqualTo("placed");
        assertThat(orders.sessions).containsExactly((String) null);
    }
}
