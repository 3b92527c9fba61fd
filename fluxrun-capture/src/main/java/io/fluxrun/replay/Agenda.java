package io.fluxrun.replay;

import io.fluxrun.run.OrderEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The recorded order, and which of its events are over, have been reached, or will not come. Not thread-safe. */
final class Agenda {
    private final List<OrderEvent> events;
    private final Map<String, Integer> places = new HashMap<>();
    private final boolean[] over;
    private final TreeSet<Integer> reached = new TreeSet<>();
    private int head;

    Agenda(List<OrderEvent> events) {
        this.events = events;
        over = new boolean[events.size()];
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            places.put(key(event.lane(), event.event(), event.ref()), i);
        }
    }

    /** Returns where the event stands, {@code -1} if it was not recorded or is not expected any more. */
    int reach(String lane, String event, String ref) {
        Integer place = places.get(key(lane, event, ref));
        if (place == null || over[place]) {
            return -1;
        }
        for (int before = head; before < place; before++) {
            // The lane goes past what it did not do.
            if (events.get(before).lane().equals(lane) && !reached.contains(before)) {
                over[before] = true;
            }
        }
        reached.add(place);
        return place;
    }

    /** Returns the event that is due, {@code null} when all are over. */
    @Nullable
    OrderEvent due() {
        while (head < over.length && over[head]) {
            head++;
        }
        return head == over.length ? null : events.get(head);
    }

    boolean isDueReached() {
        return reached.contains(head);
    }

    /** Returns the reached event that was recorded first, {@code null} if none is waiting. */
    @Nullable
    OrderEvent firstReached() {
        return reached.isEmpty() ? null : events.get(reached.first());
    }

    boolean isOver(int place) {
        return over[place];
    }

    /** Ends the event that is due; returns its place. */
    int passDue() {
        over[head] = true;
        reached.remove(head);
        return head;
    }

    void passAll() {
        java.util.Arrays.fill(over, true);
        reached.clear();
    }

    private static String key(String lane, String event, String ref) {
        return event + " " + ref
                + (event.equals(OrderEvent.EXCHANGE) || event.equals(OrderEvent.HANDOVER) ? "" : " " + lane);
    }
}
