package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Run;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Tolerance;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a replay left behind: all that a verdict and its message are made from.
 *
 * @param made what was answered, in order, authored answers too
 * @param removed ordinals of exchanges declared removed
 * @param unused authored answers that no request used
 * @param entered methods that were entered, {@code class#method}
 * @param unfinished what lanes do that have not ended
 * @param inVain why waits that came in time were in vain
 * @param untolerated tolerances that no request had a use for
 * @param reordered why what led to the failure came in another order than recorded
 */
record Evidence(
        ReplayInput input,
        Expectation expectation,
        Outcome received,
        List<Exchange> served,
        List<MadeExchange> made,
        List<Divergence> divergences,
        Set<Integer> removed,
        List<Allowance> stale,
        List<Allowance> ambiguous,
        List<Exchange> unused,
        Set<String> entered,
        List<String> unfinished,
        List<String> reordered,
        List<String> inVain,
        List<Tolerance> untolerated,
        List<String> notes) {

    static Evidence of(
            ReplayInput input,
            Expectation expectation,
            Value result,
            @Nullable Thrown error,
            List<Exchange> served,
            List<MadeExchange> made,
            Intended intended,
            Divergences divergences,
            Set<String> entered,
            List<String> unfinished,
            List<String> reordered,
            List<String> inVain,
            List<Tolerance> untolerated) {
        var ordinals = ordinals(served);
        return new Evidence(
                input,
                expectation,
                Received.outcome(input, result, error, served),
                served,
                made,
                divergences.all(),
                intended.removed(),
                intended.stale(ordinals),
                intended.ambiguous(),
                intended.unused(),
                entered,
                unfinished,
                reordered,
                inVain,
                untolerated,
                divergences.notes());
    }

    private static Set<Integer> ordinals(List<Exchange> exchanges) {
        return exchanges.stream().map(Exchange::n).collect(Collectors.toUnmodifiableSet());
    }

    Run run() {
        return input.fixture().run();
    }

    @Nullable
    Divergence firstDivergence() {
        return divergences.isEmpty() ? null : divergences.get(0);
    }

    int breaking() {
        var signature = run().outcome().signature();
        return signature == null ? 0 : signature.breaking();
    }

    /** Returns the method that the recorded failure came from, {@code null} if nothing tells. */
    @Nullable
    String failingMethod() {
        var signature = run().outcome().signature();
        return signature == null || signature.frames().isEmpty()
                ? null
                : signature.frames().get(0);
    }

    boolean failingMethodEntered() {
        var failing = failingMethod();
        if (failing == null) {
            return false;
        }
        var error = received.error();
        return entered.contains(failing)
                || (error != null && error.frames().stream().anyMatch(frame -> frame.startsWith(failing + ":")));
    }

    boolean isServed(int n) {
        return served.stream().anyMatch(exchange -> exchange.n() == n);
    }

    /** Returns the exchanges that were neither served nor declared removed. */
    List<Exchange> skipped() {
        var ordinals = ordinals(served);
        return run().exchanges().stream()
                .filter(exchange -> !ordinals.contains(exchange.n()) && !removed.contains(exchange.n()))
                .toList();
    }

    List<Exchange> skippedWrites() {
        var writes = Set.copyOf(run().outcome().writes());
        return skipped().stream()
                .filter(exchange -> writes.contains(exchange.n()))
                .toList();
    }

    List<Exchange> skippedReads() {
        var writes = Set.copyOf(run().outcome().writes());
        return skipped().stream()
                .filter(exchange -> !writes.contains(exchange.n()))
                .toList();
    }

    /** Returns the outcome that the replay is compared with, {@code null} if none is accepted. */
    @Nullable
    Outcome expected() {
        var recorded = run().outcome();
        if (expectation == Expectation.RECORDED) {
            return recorded;
        }
        var accepted = input.fixture().guard().expected();
        return accepted == null && recorded.status() == Outcome.Status.COMPLETED ? recorded : accepted;
    }
}
