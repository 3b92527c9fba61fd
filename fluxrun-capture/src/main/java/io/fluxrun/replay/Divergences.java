package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a replay could not answer. The first one is latched: it decides even if the application catches it. Thread-safe. */
final class Divergences {
    private static final int KEPT = 20;

    private final ReplayInput input;
    private final Tape tape;
    private final RequestKeys keys;
    private final List<Divergence> found = new ArrayList<>();
    private final Map<String, Absent> absent = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    Divergences(ReplayInput input, Tape tape, RequestKeys keys) {
        this.input = input;
        this.tape = tape;
        this.keys = keys;
    }

    /** State that the recorded run did not look up is taken to be absent: see {@link #settle}. */
    void absent(Lane lane, String operation, Request matched, Value request) {
        var place = matched.boundary() + " " + operation;
        synchronized (this) {
            var before = absent.get(place);
            if (before != null) {
                absent.put(place, new Absent(before.first(), before.position(), before.times() + 1));
                return;
            }
        }
        var first = unrecorded(lane, operation, false, matched, request);
        synchronized (this) {
            absent.putIfAbsent(place, new Absent(first, found.size(), 1));
        }
    }

    /**
     * Decides what state taken to be absent means, once the replay has asked all it asks: a remark, or a divergence if
     * the recorded run looked up something else in the same place that the replay did not, so that the key has changed.
     */
    synchronized void settle(Set<Integer> removed) {
        var late = new ArrayList<>(absent.values());
        absent.clear();
        Collections.reverse(late);
        for (var looked : late) {
            if (insteadOfAnother(looked.first(), removed)) {
                found.add(Math.min(looked.position(), found.size()), looked.first());
            }
        }
        Collections.reverse(late);
        late.stream()
                .filter(looked -> !found.contains(looked.first()))
                .forEach(looked -> notes.add(VerdictMessage.absent(looked.first(), looked.times())));
    }

    private boolean insteadOfAnother(Divergence looked, Set<Integer> removed) {
        return input.fixture().run().exchanges().stream()
                .filter(exchange -> exchange.boundary().equals(looked.boundary()))
                .filter(exchange -> exchange.operation().equals(looked.what()))
                .anyMatch(exchange -> !tape.isServed(exchange.n()) && !removed.contains(exchange.n()));
    }

    /**
     * State that was taken to be absent.
     *
     * @param position how many divergences were found before it
     * @param times how often the same place was looked into
     */
    private record Absent(Divergence first, int position, int times) {}

    DivergedError unanswered(Lane lane, String operation, boolean write, Request matched, Value request) {
        var divergence = unrecorded(lane, operation, write, matched, request);
        latch(divergence);
        return new DivergedError(VerdictMessage.thrown(input.name(), divergence));
    }

    DivergedError ambiguous(
            Lane lane, String operation, boolean write, Request matched, Value request, List<Exchange> candidates) {
        var divergence = divergence(
                Divergence.Kind.AMBIGUOUS, lane, matched.boundary(), operation, write, request, null, candidates);
        latch(divergence);
        return new DivergedError(VerdictMessage.thrown(input.name(), divergence));
    }

    LiveCallBlockedError blocked(Lane lane, String boundary, String what) {
        var divergence = divergence(Divergence.Kind.BLOCKED, lane, boundary, what, true, Value.NULL, null, List.of());
        latch(divergence);
        return new LiveCallBlockedError(VerdictMessage.thrown(input.name(), divergence) + BlockedHint.of(boundary));
    }

    DivergedError unread(Lane lane, String boundary, String what) {
        var divergence = divergence(Divergence.Kind.UNREAD, lane, boundary, what, false, Value.NULL, null, List.of());
        latch(divergence);
        return new DivergedError(VerdictMessage.thrown(input.name(), divergence));
    }

    /** What a lane does after the end of the recorded run is unknown: it is blocked, and proves nothing either way. */
    DivergedError outlived(Lane lane, String operation, String boundary) {
        var text = "FluxRun blocked " + operation + " (" + boundary + ") in lane " + lane.name()
                + ", which outlived the recorded run: what came then was not recorded";
        note(text);
        return new DivergedError(text);
    }

    private Divergence unrecorded(Lane lane, String operation, boolean write, Request matched, Value request) {
        var nearest =
                NearMiss.find(input.fixture().run().exchanges(), tape.servedOrdinals(), keys, lane.name(), matched);
        return divergence(
                Divergence.Kind.UNANSWERED, lane, matched.boundary(), operation, write, request, nearest, List.of());
    }

    private Divergence divergence(
            Divergence.Kind kind,
            Lane lane,
            String boundary,
            String what,
            boolean write,
            Value request,
            @Nullable NearMiss nearest,
            List<Exchange> candidates) {
        var served = tape.served();
        int after = served.isEmpty() ? 0 : served.get(served.size() - 1).n();
        return new Divergence(kind, lane.name(), boundary, what, write, request, after, early(), nearest, candidates);
    }

    private boolean early() {
        var signature = input.fixture().run().outcome().signature();
        int breaking = signature == null ? 0 : signature.breaking();
        return breaking == 0 || !tape.isServed(breaking);
    }

    private synchronized void latch(Divergence divergence) {
        if (found.size() < KEPT) {
            found.add(divergence);
        }
    }

    synchronized void note(String remark) {
        notes.add(remark);
    }

    synchronized @Nullable Divergence first() {
        return found.isEmpty() ? null : found.get(0);
    }

    synchronized List<Divergence> all() {
        return List.copyOf(found);
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }
}
