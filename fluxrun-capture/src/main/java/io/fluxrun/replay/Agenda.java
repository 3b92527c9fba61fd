package io.fluxrun.replay;

import io.fluxrun.run.OrderEvent;
import java.util.ArrayList;
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
    /** Who comes first with these decides what others see. */
    private static final Set<String> DECIDING = Set.of(OrderEvent.EXCHANGE, OrderEvent.COMPLETION, OrderEvent.WAIT);

    private final List<OrderEvent> events;
    private final Map<String, Integer> places = new HashMap<>();
    private final boolean[] over;
    private final TreeSet<Integer> reached = new TreeSet<>();
    private final Set<Integer> announced = new HashSet<>();
    private final Map<Integer, String> passedOver = new HashMap<>();
    private final List<Overtaken> overtaken = new ArrayList<>();
    private final List<String> inVain = new ArrayList<>();
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
        if (place == null) {
            return -1;
        }
        if (over[place]) {
            comesLate(place, passedOver.remove(place));
            return -1;
        }
        reached.add(place);
        return place;
    }

    private void comesLate(int place, @Nullable String why) {
        if (why != null && DECIDING.contains(events.get(place).event())) {
            overtaken.add(new Overtaken(place, why));
        }
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

    OrderEvent at(int place) {
        return events.get(place);
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

    /** Lets others come before the event that is due: perhaps it never comes. */
    void passOver(String why) {
        passedOver.put(passDue(), why);
    }

    /** Returns why the order was another one than recorded up to an exchange, 0: at all; empty if it was the same. */
    List<String> overtakenUpTo(int exchange) {
        int last = exchange == 0
                ? events.size()
                : places.getOrDefault(key("", OrderEvent.EXCHANGE, String.valueOf(exchange)), events.size());
        return overtaken.stream()
                .filter(one -> one.place() <= last)
                .map(Overtaken::why)
                .toList();
    }

    /** A wait that came in time when it was recorded has ended in vain: its lane goes another way from here on. */
    void endedInVain(String why) {
        inVain.add(why);
        overtaken.add(new Overtaken(head, why));
    }

    /** Returns why waits that came in time were in vain. */
    List<String> inVain() {
        return List.copyOf(inVain);
    }

    void passAll() {
        Arrays.fill(over, true);
        reached.clear();
        passedOver.clear();
    }

    private static String key(String lane, String event, String ref) {
        return event + " " + ref
                + (event.equals(OrderEvent.EXCHANGE) || event.equals(OrderEvent.HANDOVER) ? "" : " " + lane);
    }

    /** An event that came after others that had been recorded after it. */
    private record Overtaken(int place, String why) {}
}
