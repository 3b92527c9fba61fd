package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Run;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What answers a request: the recording as it is, else what a person has declared in the guard. Thread-safe. */
final class Answers {
    private final Tape tape;
    private final Intended intended;
    private final Divergences divergences;
    private final RecordedSites sites;
    private final Set<Integer> writes;
    private final List<MadeExchange> made = Collections.synchronizedList(new ArrayList<>());

    /** @param n the recorded exchange whose turn it is, 0 for an answer that has none */
    record Found(int n, Answer answer) {}

    Answers(Run run, Tape tape, Intended intended, Divergences divergences, RecordedSites sites) {
        this.tape = tape;
        this.intended = intended;
        this.divergences = divergences;
        this.sites = sites;
        this.writes = Set.copyOf(run.outcome().writes());
    }

    /**
     * Returns the answer, {@code null} if there is none.
     *
     * @throws io.fluxrun.scope.DivergedError if several differ
     */
    @Nullable
    Found to(Lane lane, String operation, boolean write, Request matched, Value request) {
        Exchange exchange;
        try {
            exchange = tape.take(lane.name(), matched);
        } catch (Tape.AmbiguousAnswer ambiguous) {
            throw divergences.ambiguous(lane, operation, write, matched, request, ambiguous.candidates());
        }
        if (exchange != null) {
            return served(lane, operation, write, exchange, exchange.answer());
        }
        var changed = intended.changed(matched, n -> writes.contains(n) == write && !tape.isServed(n));
        exchange = changed == null ? null : tape.take(changed.exchange());
        if (changed != null && exchange != null) {
            return served(lane, operation, write, exchange, today(changed, exchange));
        }
        var again = intended.reread(matched, write);
        if (again != null) {
            made.add(new MadeExchange(again.n(), matched.boundary(), operation, false));
            return new Found(0, again.answer());
        }
        var authored = intended.answer(matched, write);
        if (authored == null) {
            return null;
        }
        made.add(new MadeExchange(0, matched.boundary(), operation, write));
        return new Found(0, authored);
    }

    private Found served(Lane lane, String operation, boolean write, Exchange exchange, Answer answer) {
        made.add(new MadeExchange(exchange.n(), exchange.boundary(), operation, write));
        sites.served(lane.name(), exchange);
        return new Found(exchange.n(), answer);
    }

    private Answer today(Allowance changed, Exchange exchange) {
        var answer = changed.answer();
        if (answer == null) {
            return exchange.answer();
        }
        divergences.note("allowance '" + changed.id() + "' answers exchange " + exchange.n()
                + " with something else than was recorded");
        return answer;
    }

    /** Returns what was answered so far, in order. */
    List<MadeExchange> made() {
        return List.copyOf(made);
    }
}
