package io.fluxrun.boundary.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.pay.Everything;
import com.acme.pay.RealEverything;
import io.fluxrun.FluxRun;
import io.fluxrun.agent.SelfAttachment;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of method and value, through the seam and through the agent: the same again, or named. */
class EveryKindTests {
    private static final List<Row> ROWS = List.of(
            same("nothing", all -> run(all::nothing)),
            same("text", all -> all.text("a")),
            same("text", all -> String.valueOf(all.text(null))),
            same("optional", all -> all.optional(true)),
            same("optional", all -> all.optional(false)),
            same("immutableList", all -> all.immutableList()),
            same("immutableList", all -> attempt(() -> all.immutableList().add(1))),
            same(
                    "mutableList",
                    all -> attempt(() -> {
                        var list = all.mutableList();
                        list.add("more");
                        return list;
                    })),
            same("set", all -> all.set()),
            same("map", all -> all.map()),
            same("numbers", all -> all.numbers()),
            same("table", all -> all.table()),
            same("letters", all -> all.letters()),
            same("shape", all -> all.shape(2)),
            same("colour", all -> all.colour(0)),
            same("same", all -> all.same(new Everything.Circle(7))),
            same("same", all -> all.same(List.of(Everything.Colour.BLUE))),
            same("stage", all -> all.stage().toCompletableFuture().join()),
            same("noFuture", all -> String.valueOf(all.noFuture())),
            same("completable", all -> attempt(() -> all.completable().get())),
            partial(
                    "opaque",
                    "result: java.util.concurrent.FutureTask",
                    all -> attempt(() -> all.opaque().get())),
            same("notFound", all -> attempt(all::notFound)),
            partial("rejected", "Everything$Rejected has no constructor", all -> attempt(all::rejected)),
            same("varargs", all -> all.varargs("a")),
            same("varargs", all -> all.varargs("a", 1, null, new int[] {2})),
            same("byDefault", all -> all.byDefault("a")),
            same("overloaded", all -> all.overloaded(1)),
            same("overloaded", all -> all.overloaded(1L)),
            same("overloaded", all -> all.overloaded(Integer.valueOf(1))),
            partial(
                    "iterator",
                    "result: com.acme.pay.Everything$Cursor",
                    all -> all.iterator().next()),
            partial(
                    "stream",
                    "result: java.util.stream.ReferencePipeline",
                    all -> all.stream().toList()),
            partial(
                    "bytes",
                    "result: java.io.ByteArrayInputStream",
                    all -> attempt(() -> all.bytes().readAllBytes())));

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    /** @param lost what the run is PARTIAL for, empty: it is not */
    private record Row(String method, String lost, Function<Everything, Object> call) {
        @Override
        public String toString() {
            return method + " " + ROWS.indexOf(this);
        }
    }

    @Test
    void noMethodIsLeftOut() {
        assertThat(ROWS).hasSize(32);
        assertThat(ROWS.stream().map(Row::method).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Everything.class.getDeclaredMethods())
                        .map(method -> method.getName())
                        .filter(name -> !name.startsWith("lambda"))
                        .distinct()
                        .toList());
    }

    static Stream<Row> rows() {
        return ROWS.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void throughTheAgent(Row row) throws Exception {
        comesBack(row, new RealEverything());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void throughTheSeam(Row row) throws Exception {
        comesBack(row, FluxRun.boundary(Everything.class, new RealEverything()));
    }

    private static void comesBack(Row row, Everything all) throws Exception {
        var recorded = HostRuns.record(() -> shown(row.call.apply(all)));
        assertThat(recorded.exchanges()).hasSize(1);
        assertThat(recorded.exchanges().get(0).operation()).isEqualTo("Everything#" + row.method);
        if (!row.lost.isEmpty()) {
            assertThat(recorded.reasons())
                    .singleElement()
                    .asString()
                    .contains("Everything#" + row.method)
                    .contains(row.lost);
            assertThat(recorded.value()).as("what the application saw").isNotEqualTo("null");
            return;
        }
        assertThat(recorded.reasons()).isEmpty();
        long calls = RealEverything.calls();
        var replay = HostRuns.replay(recorded.exchanges());
        assertThat(HostRuns.inLane(replay.main(), () -> shown(row.call.apply(all))))
                .isEqualTo(recorded.value());
        assertThat(replay.left()).isEmpty();
        assertThat(RealEverything.calls()).as("nothing is run").isEqualTo(calls);
    }

    private static Row same(String method, Function<Everything, Object> call) {
        return new Row(method, "", call);
    }

    private static Row partial(String method, String lost, Function<Everything, Object> call) {
        return new Row(method, lost, call);
    }

    private static Object run(Runnable call) {
        call.run();
        return "done";
    }

    private static Object attempt(java.util.concurrent.Callable<?> call) {
        try {
            return call.call();
        } catch (Everything.NotFound e) {
            return e + " " + e.code + " " + e.getCause();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static String shown(Object value) {
        if (value.getClass().isArray()) {
            var parts = new ArrayList<String>();
            for (int i = 0; i < Array.getLength(value); i++) {
                var part = Array.get(value, i);
                parts.add(part == null ? "null" : shown(part));
            }
            return value.getClass().getTypeName() + parts;
        }
        return value instanceof java.util.Set<?> set
                ? "set of " + set.stream().map(Objects::toString).sorted().toList()
                : value.toString();
    }
}
