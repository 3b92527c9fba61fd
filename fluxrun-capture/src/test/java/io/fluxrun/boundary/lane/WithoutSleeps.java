package io.fluxrun.boundary.lane;

import io.fluxrun.run.OrderEvent;
import io.fluxrun.run.Run;

/** A run as if its application had not slept. */
final class WithoutSleeps {
    private WithoutSleeps() {}

    static Run of(Run run) {
        return new Run(
                run.rules(),
                run.info(),
                run.entry(),
                run.outcome(),
                run.boot(),
                run.env(),
                run.lanes(),
                run.spans(),
                run.exchanges(),
                run.readings().stream()
                        .filter(reading -> !reading.api().contains("sleep"))
                        .toList(),
                run.draws(),
                run.order().stream()
                        .filter(event -> !event.event().equals(OrderEvent.SLEEP))
                        .toList(),
                run.logs());
    }
}
