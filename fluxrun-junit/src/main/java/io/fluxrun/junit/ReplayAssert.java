package io.fluxrun.junit;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.replay.MadeExchange;
import io.fluxrun.replay.ReplayResult;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions on a replay, in AssertJ's style and without AssertJ: {@code assertThat(replay).isRepaired().hasStatus(202)
 * .madeNoWrite()}. They say more than the guard: that of a {@link Replay} is asserted whatever they find, that of a result is {@link #isRepaired()}. What fails throws an {@link
 * AssertionFailedError} that ends with the replay's own summary. Not thread-safe.
 */
public final class ReplayAssert {
    private final ReplayResult replay;

    private ReplayAssert(ReplayResult replay) {
        this.replay = replay;
    }

    /** Begins assertions on the replay of the test's fixture, and replays it unless that is done. */
    public static ReplayAssert assertThat(Replay replay) {
        return new ReplayAssert(replay.judged());
    }

    /** Begins assertions on what {@code FluxRun.replay(fixture)} came to. */
    public static ReplayAssert assertThat(ReplayResult replay) {
        return new ReplayAssert(replay);
    }

    /** The failure stayed away, the bug was approached, and the outcome is the accepted one. */
    public ReplayAssert isRepaired() {
        return hasVerdict(Verdict.REPAIRED);
    }

    /** The recorded failure is back. */
    public ReplayAssert isRegressed() {
        return hasVerdict(Verdict.REGRESSED);
    }

    /** The replay came to this verdict; where it did not, the failure is the guard's own message. */
    public ReplayAssert hasVerdict(Verdict expected) {
        if (replay.verdict() != expected) {
            throw new AssertionFailedError(
                    replay.message() + "\nexpected verdict: " + expected, expected, replay.verdict());
        }
        return this;
    }

    /** The HTTP status of the replay's answer. Fails for a replay that has none. */
    public ReplayAssert hasStatus(int expected) {
        return same("HTTP status", expected, replay.received().httpStatus());
    }

    /** The body of the HTTP answer, as text in UTF-8. */
    public ReplayAssert hasBody(String expected) {
        return same("body", expected, Received.body(replay));
    }

    /** The body of the HTTP answer contains this text. */
    public ReplayAssert hasBodyContaining(String part) {
        var body = Received.body(replay);
        return holds("a body that contains \"" + part + "\"", body != null && body.contains(part), body);
    }

    /** One of the values that the HTTP answer has for this header; the name's case does not matter. */
    public ReplayAssert hasHeader(String name, String value) {
        var values = Received.header(replay, name);
        return holds("header " + name + ": " + value, values.contains(value), values);
    }

    /** What the replayed method returned, compared as data: the way in which it is recorded. */
    public ReplayAssert returned(@Nullable Object expected) {
        threwNothing();
        var actual = replay.received().result();
        return same("returned value", AppJson.encode(expected, "expected"), actual);
    }

    /** What left the entry, a subclass counts. */
    public ReplayAssert threw(Class<? extends Throwable> type) {
        var error = replay.received().error();
        // The class loader of the type is the application's: its name alone would not know a superclass.
        return holds("a thrown " + type.getName(), error != null && Received.isA(error.type(), type), error);
    }

    /** Nothing left the entry. */
    public ReplayAssert threwNothing() {
        var error = replay.received().error();
        return holds("nothing thrown", error == null, error);
    }

    /** What came after a request without an answer is not known. */
    private void wentToItsEnd() {
        var verdict = replay.verdict();
        if (verdict == Verdict.DIVERGED || verdict == Verdict.INCONCLUSIVE) {
            throw new AssertionFailedError(replay.message());
        }
    }

    /** No request that changes the outside world was answered, neither from the recording nor as declared. */
    public ReplayAssert madeNoWrite() {
        return madeWrites();
    }

    /** The requests that change the outside world, in their order, by operation: {@code "POST /payments"}. */
    public ReplayAssert madeWrites(String... operations) {
        wentToItsEnd();
        return same("writes", List.of(operations), operations(MadeExchange::write));
    }

    /** All these operations were asked and answered, whatever else was. */
    public ReplayAssert made(String... operations) {
        var all = operations(any -> true);
        return holds("these operations: " + Arrays.toString(operations), all.containsAll(List.of(operations)), all);
    }

    /** This operation, which was recorded, was not asked. Fails for an operation that was not recorded either. */
    public ReplayAssert skipped(String operation) {
        wentToItsEnd();
        var recorded =
                replay.recorded().exchanges().stream().map(Exchange::operation).toList();
        holds("a recorded " + operation + " to be skipped", recorded.contains(operation), recorded);
        var all = operations(any -> true);
        return holds("no " + operation, !all.contains(operation), all);
    }

    private List<String> operations(Predicate<MadeExchange> which) {
        return replay.made().stream().filter(which).map(MadeExchange::operation).toList();
    }

    private ReplayAssert same(String what, Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionFailedError(
                    "expected " + what + " " + expected + " but was " + actual + "\n" + replay.summary(),
                    expected,
                    actual);
        }
        return this;
    }

    private ReplayAssert holds(String what, boolean holds, @Nullable Object actual) {
        if (!holds) {
            throw new AssertionFailedError("expected " + what + " but was " + actual + "\n" + replay.summary());
        }
        return this;
    }
}
