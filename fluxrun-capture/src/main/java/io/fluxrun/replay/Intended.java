package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Guard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person has allowed the repair to change: allowances and authored answers. Thread-safe. */
final class Intended {
    private final Guard guard;
    private final List<Exchange> recorded;
    private final Map<Request, Queue<Allowance>> added = new HashMap<>();
    private final Map<Request, Queue<Exchange>> authored = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<Exchange> usedAnswers = Collections.newSetFromMap(new IdentityHashMap<>());

    Intended(Guard guard, List<Exchange> recorded, RequestKeys keys) {
        this.guard = guard;
        this.recorded = List.copyOf(recorded);
        for (var allowance : guard.allowances()) {
            if (allowance.kind() == Allowance.Kind.ADDED) {
                added.computeIfAbsent(
                                keys.of(allowance.boundary(), allowance.operation(), allowance.request()),
                                request -> new ArrayDeque<>())
                        .add(allowance);
            }
        }
        for (var exchange : guard.answers()) {
            authored.computeIfAbsent(keys.of(exchange), request -> new ArrayDeque<>())
                    .add(exchange);
        }
    }

    /** Returns the authored answer to a request that was not recorded, {@code null} if there is none. */
    synchronized @Nullable Answer answer(Request request, boolean write) {
        var allowance = added.getOrDefault(request, new ArrayDeque<>()).poll();
        if (allowance != null && allowance.answer() != null) {
            used.add(allowance.id());
            return allowance.answer();
        }
        if (write) {
            // A new write needs an allowance of its own, each time: an authored answer gives no leave to make it.
            return null;
        }
        // An authored answer to a read is served again and again: how often the repaired code looks is its own affair.
        var exchange = authored.getOrDefault(request, new ArrayDeque<>()).peek();
        if (exchange == null) {
            return null;
        }
        usedAnswers.add(exchange);
        return exchange.answer();
    }

    /** Returns the authored answers that no request used. */
    synchronized List<Exchange> unused() {
        return guard.answers().stream()
                .filter(exchange -> !usedAnswers.contains(exchange))
                .toList();
    }

    Set<Integer> removed() {
        return guard.allowances().stream()
                .filter(allowance -> allowance.kind() == Allowance.Kind.REMOVED && namesItsExchange(allowance))
                .map(Allowance::exchange)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the allowances that matched nothing. */
    synchronized List<Allowance> stale(Set<Integer> served) {
        return guard.allowances().stream()
                .filter(allowance -> switch (allowance.kind()) {
                    case ADDED -> !used.contains(allowance.id());
                    case REMOVED -> served.contains(allowance.exchange()) || !namesItsExchange(allowance);
                })
                .toList();
    }

    /** Who reads an allowance reads boundary and operation: a number alone could allow something else. */
    private boolean namesItsExchange(Allowance allowance) {
        return recorded.stream()
                .anyMatch(exchange -> exchange.n() == allowance.exchange()
                        && exchange.boundary().equals(allowance.boundary())
                        && exchange.operation().equals(allowance.operation()));
    }

    /** Returns the allowances that say the same as an earlier one, by id or by exchange. */
    List<Allowance> ambiguous() {
        var ids = new HashSet<String>();
        var exchanges = new HashSet<Integer>();
        var ambiguous = new ArrayList<Allowance>();
        for (var allowance : guard.allowances()) {
            boolean newId = ids.add(allowance.id());
            boolean newExchange = allowance.kind() == Allowance.Kind.ADDED || exchanges.add(allowance.exchange());
            if (!newId || !newExchange) {
                ambiguous.add(allowance);
            }
        }
        return ambiguous;
    }
}
