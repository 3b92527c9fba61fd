package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a replay could not answer. The first one is latched: it decides even if the application catches it. Thread-safe. */
final class Divergences {
    private static final int KEPT = 20;

    private final ReplayInput input;
    private final Tape tape;
    private final RequestKeys keys;
    private final List<Divergence> found = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    Divergences(ReplayInput input, Tape tape, RequestKeys keys) {
        this.input = input;
        this.tape = tape;
        this.keys = keys;
    }

    DivergedError unanswered(Lane lane, String operation, boolean write, Request matched, Value request) {
        var nearest =
                NearMiss.find(input.fixture().run().exchanges(), tape.servedOrdinals(), keys, lane.name(), matched);
        return diverged(Divergence.Kind.UNANSWERED, lane, operation, write, matched, request, nearest, List.of());
    }

    DivergedError ambiguous(
            Lane lane, String operation, boolean write, Request matched, Value request, List<Exchange> candidates) {
        return diverged(Divergence.Kind.AMBIGUOUS, lane, operation, write, matched, request, null, candidates);
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

    private DivergedError diverged(
            Divergence.Kind kind,
            Lane lane,
            String operation,
            boolean write,
            Request matched,
            Value request,
            @Nullable NearMiss nearest,
            List<Exchange> candidates) {
        var divergence = divergence(kind, lane, matched.boundary(), operation, write, request, nearest, candidates);
        latch(divergence);
        return new DivergedError(VerdictMessage.thrown(input.name(), divergence));
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
