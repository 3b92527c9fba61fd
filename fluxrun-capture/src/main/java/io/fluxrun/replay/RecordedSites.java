package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Run;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the call sites of a run saw: clock readings and draws, and what sites see that it does not know. Thread-safe. */
final class RecordedSites {
    private static final long NANO_TIME_WITHOUT_READINGS = 1_000_000_000_000L;

    private final String runId;
    private final SiteValues readings;
    private final SiteValues draws;
    private final VirtualClock clock;
    private final Consumer<String> notes;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final Set<String> exhausted = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, AtomicInteger> derived = new ConcurrentHashMap<>();

    RecordedSites(Run run, Set<String> lanes, Consumer<String> notes) {
        this.notes = notes;
        runId = run.info().id();
        opened.add(Lane.MAIN);
        readings = new SiteValues(lanes);
        run.readings().forEach(r -> readings.add(r.lane(), r.api(), r.site(), r.values()));
        draws = new SiteValues(lanes);
        run.draws().forEach(d -> draws.add(d.lane(), d.api(), d.site(), d.values()));
        clock = new VirtualClock(
                run.info().recordedAt(), Defaults.of(run.info()).zone(), firstNanoTime(run));
    }

    static Set<String> laneNames(Run run) {
        return Stream.of(
                        Stream.of(Lane.MAIN),
                        run.lanes().stream().map(lane -> lane.name()),
                        run.exchanges().stream().map(Exchange::lane),
                        run.readings().stream().map(reading -> reading.lane()),
                        run.draws().stream().map(draw -> draw.lane()))
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
    }

    VirtualClock clock() {
        return clock;
    }

    void opened(String lane, @Nullable String parent) {
        opened.add(lane);
        clock.opened(lane, parent);
    }

    void served(String lane, Exchange exchange) {
        clock.served(lane, exchange);
    }

    @Nullable
    Value reading(String lane, String api, String site) {
        var value = readings.next(lane, api, site, opened::contains);
        if (value != null) {
            clock.read(lane, api, value);
            return value;
        }
        boolean known = readings.known(lane, api, site);
        clock.poll(lane, site, known);
        if (known && exhausted.add(lane + " " + api + " " + site)) {
            notes.accept(site + " reads " + api + " more often than recorded; from there its clock steps by 1 ms");
        }
        return null;
    }

    /** Takes how the site's next wait ended; its clock stays as it is. */
    @Nullable
    Value waited(String lane, String api, String site) {
        return readings.next(lane, api, site, opened::contains);
    }

    @Nullable
    Value draw(String lane, String api, String site) {
        return draws.next(lane, api, site, opened::contains);
    }

    Random derived(String lane, String site) {
        int nth = derived.computeIfAbsent(lane + " " + site, key -> new AtomicInteger())
                .incrementAndGet();
        return Seeds.random(runId, lane, site, nth);
    }

    private static long firstNanoTime(Run run) {
        return run.readings().stream()
                .filter(reading -> reading.api().contains("nanoTime"))
                .flatMap(reading -> reading.values().stream())
                .mapToLong(Value::asLong)
                .min()
                .orElse(NANO_TIME_WITHOUT_READINGS);
    }
}
