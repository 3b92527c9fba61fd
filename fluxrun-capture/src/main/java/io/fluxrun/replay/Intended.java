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
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person has allowed the repair to change: allowances and authored answers. Thread-safe. */
final class Intended {
    private final Guard guard;
    private final List<Exchange> recorded;
    private final Map<Request, Queue<Allowance>> added = new HashMap<>();
    private final Map<Request, Queue<Allowance>> changed = new HashMap<>();
    private final Map<Request, Allowance> reread = new HashMap<>();
    private final Map<Request, Queue<Exchange>> authored = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<Exchange> usedAnswers = Collections.newSetFromMap(new IdentityHashMap<>());

    Intended(Guard guard, List<Exchange> recorded, RequestKeys keys) {
        this.guard = guard;
        this.recorded = List.copyOf(recorded);
        for (var allowance : guard.allowances()) {
            switch (allowance.kind()) {
                case ADDED -> queue(added, allowance, keys);
                case CHANGED -> queue(changed, allowance, keys);
                case REREAD -> named(allowance).ifPresent(exchange -> reread.put(keys.of(exchange), allowance));
                case REMOVED -> {}
            }
        }
        for (var exchange : guard.answers()) {
            authored.computeIfAbsent(keys.of(exchange), request -> new ArrayDeque<>())
                    .add(exchange);
        }
    }

    private static void queue(Map<Request, Queue<Allowance>> queues, Allowance allowance, RequestKeys keys) {
        var request = keys.declared(allowance.boundary(), allowance.operation(), allowance.request());
        queues.computeIfAbsent(request, any -> new ArrayDeque<>()).add(allowance);
    }

    /**
     * Returns the allowance by which this request is made in place of a recorded one, {@code null} if there is none. A write
     * takes the place of a write only, and a read of a read.
     */
    synchronized @Nullable Allowance changed(Request request, Predicate<Integer> fits) {
        var allowances = changed.getOrDefault(request, new ArrayDeque<>());
        var allowance = allowances.peek();
        if (allowance == null || !isOfItsBoundary(allowance) || !fits.test(allowance.exchange())) {
            return null;
        }
        allowances.remove();
        used.add(allowance.id());
        return allowance;
    }

    /** Returns the recorded exchange that answers this read once more, {@code null} if none may. */
    synchronized @Nullable Exchange reread(Request request, boolean write) {
        var allowance = write ? null : reread.get(request);
        if (allowance == null) {
            return null;
        }
        used.add(allowance.id());
        return named(allowance).orElse(null);
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
                .filter(allowance -> allowance.kind() == Allowance.Kind.REMOVED
                        && named(allowance).isPresent())
                .map(Allowance::exchange)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the allowances that matched nothing. */
    synchronized List<Allowance> stale(Set<Integer> served) {
        return guard.allowances().stream()
                .filter(allowance -> switch (allowance.kind()) {
                    case ADDED, CHANGED, REREAD -> !used.contains(allowance.id());
                    case REMOVED ->
                        served.contains(allowance.exchange())
                                || named(allowance).isEmpty();
                })
                .toList();
    }

    /** Who reads an allowance reads boundary and operation: a number alone could allow something else. */
    private Optional<Exchange> named(Allowance allowance) {
        return recorded.stream()
                .filter(exchange -> exchange.n() == allowance.exchange()
                        && exchange.boundary().equals(allowance.boundary())
                        && exchange.operation().equals(allowance.operation()))
                .findFirst();
    }

    /** What a changed request does is today's affair; that it goes to the same outside world is not. */
    private boolean isOfItsBoundary(Allowance allowance) {
        return recorded.stream()
                .anyMatch(exchange -> exchange.n() == allowance.exchange()
                        && exchange.boundary().equals(allowance.boundary()));
    }

    /** Returns the allowances that say the same as an earlier one, by id or by exchange. */
    List<Allowance> ambiguous() {
        var ids = new HashSet<String>();
        var made = new HashSet<Integer>();
        var reread = new HashSet<Integer>();
        var ambiguous = new ArrayList<Allowance>();
        for (var allowance : guard.allowances()) {
            boolean newId = ids.add(allowance.id());
            boolean newExchange = switch (allowance.kind()) {
                case ADDED -> true;
                case REMOVED, CHANGED -> made.add(allowance.exchange());
                case REREAD -> reread.add(allowance.exchange());
            };
            if (!newId || !newExchange) {
                ambiguous.add(allowance);
            }
        }
        return ambiguous;
    }
}
