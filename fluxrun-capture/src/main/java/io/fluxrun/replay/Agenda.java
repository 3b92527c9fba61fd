package io.fluxrun.replay;

import io.fluxrun.run.OrderEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The recorded order, and which of its events are over, have been reached, or will not come. Not thread-safe. */
final class Agenda {
    private final List<OrderEvent> events;
    private final Map<String, Integer> places = new HashMap<>();
    private final boolean[] over;
    private final TreeSet<Integer> reached = new TreeSet<>();
    private final Set<Integer> announced = new HashSet<>();
    private int head;

    Agenda(List<OrderEvent> events) {
        this.events = events;
        over = new boolean[events.size()];
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            places.put(key(event.lane(), event.event(), event.ref()), i);
        }
    }

    /**
     * A lane has reached an event, and passed those that it did not do.
     *
     * @return where the event stands, {@code -1} if it was not recorded or is not expected any more
     */
    int reach(String lane, String event, String ref) {
        int place = happen(lane, event, ref);
        for (int before = head; before < place; before++) {
            if (events.get(before).lane().equals(lane) && !reached.contains(before) && !announced.contains(before)) {
                over[before] = true;
            }
        }
        return place;
    }

    /** As {@link #reach}, for what happens while its lane may be anywhere. */
    int happen(String lane, String event, String ref) {
        Integer place = places.get(key(lane, event, ref));
        if (place == null || over[place]) {
            return -1;
        }
        reached.add(place);
        return place;
    }

    /** Says that an event will be reached, whatever its lane does meanwhile. */
    void announce(String lane, String event, String ref) {
        Integer place = places.get(key(lane, event, ref));
        if (place != null) {
            announced.add(place);
        }
    }

    boolean isDueAnnounced() {
        return announced.contains(head);
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
        Arrays.fill(over, true);
        reached.clear();
    }

    private static String key(String lane, String event, String ref) {
        return event + " " + ref
                + (event.equals(OrderEvent.EXCHANGE) || event.equals(OrderEvent.HANDOVER) ? "" : " " + lane);
    }
}
