package io.fluxrun.record;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.OrderEvent;
import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** The exchanges of all lanes, numbered by their start, and the order in which they ended, waits were over and lanes began. */
final class ExchangeList {
    private final RunData data;
    private final Collection<String> reasons;
    private final List<Placed> placed = new ArrayList<>();

    ExchangeList(RunData data, Collection<String> reasons) {
        this.data = data;
        this.reasons = reasons;
        for (LaneLog log : data.lanes()) {
            log.exchanges().forEach(exchange -> placed.add(new Placed(log.lane().name(), exchange)));
        }
        placed.sort(Comparator.<Placed>comparingLong(one -> one.exchange().startedNanos())
                .thenComparing(Placed::lane)
                .thenComparingInt(one -> one.exchange().nth()));
    }

    List<Exchange> exchanges() {
        var exchanges = new ArrayList<Exchange>();
        for (Placed one : placed) {
            exchanges.add(exchange(exchanges.size() + 1, one.lane(), one.exchange()));
        }
        return exchanges;
    }

    List<Integer> writes() {
        var writes = new ArrayList<Integer>();
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).exchange().write()) {
                writes.add(i + 1);
            }
        }
        return writes;
    }

    List<OrderEvent> order() {
        var moments = new ArrayList<Moment>();
        for (int i = 0; i < placed.size(); i++) {
            var one = placed.get(i);
            moments.add(
                    new Moment(one.exchange().endedNanos(), one.lane(), OrderEvent.EXCHANGE, String.valueOf(i + 1)));
        }
        for (LaneLog log : data.lanes()) {
            String parent = log.lane().parent();
            if (parent != null) {
                moments.add(new Moment(
                        log.openedNanos(),
                        parent,
                        OrderEvent.HANDOVER,
                        log.lane().name()));
            }
            int nth = 0;
            for (long nanos : log.life().completions()) {
                moments.add(new Moment(nanos, log.lane().name(), OrderEvent.COMPLETION, String.valueOf(++nth)));
            }
            var waits = new HashMap<String, Integer>();
            for (var wait : log.life().waits()) {
                int times = waits.merge(wait.event() + wait.site(), 1, Integer::sum);
                moments.add(new Moment(wait.nanos(), log.lane().name(), wait.event(), wait.site() + "#" + times));
            }
        }
        moments.sort(Comparator.comparingLong(Moment::nanos).thenComparing(Moment::lane));
        var order = new ArrayList<OrderEvent>();
        for (Moment moment : moments) {
            order.add(new OrderEvent(order.size() + 1, moment.lane(), moment.event(), moment.ref()));
        }
        return order;
    }

    private Exchange exchange(int n, String lane, RecordedExchange recorded) {
        String what = " of exchange " + n + " (" + recorded.operation() + ")";
        return new Exchange(
                n,
                lane,
                recorded.boundary(),
                recorded.operation(),
                recorded.startedNanos() - data.startNanos(),
                recorded.endedNanos() - recorded.startedNanos(),
                Evaluated.value(recorded.request(), "the request" + what, reasons),
                Evaluated.or(recorded.answer(), Answer.of(Value.NULL), "the answer" + what, reasons));
    }

    private record Placed(String lane, RecordedExchange exchange) {}

    private record Moment(long nanos, String lane, String event, String ref) {}
}
