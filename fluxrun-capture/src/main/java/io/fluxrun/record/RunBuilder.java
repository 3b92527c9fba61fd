package io.fluxrun.record;

import io.fluxrun.run.Draw;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.FailureSignatures;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Reading;
import io.fluxrun.run.Run;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Plain;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns what was held by reference into a run. */
final class RunBuilder {
    private final KeptRun kept;
    private final RunData data;
    private final Set<String> reasons = new LinkedHashSet<>();

    RunBuilder(KeptRun kept) {
        this.kept = kept;
        this.data = kept.data();
    }

    Run build(RecorderSettings settings) {
        var list = new ExchangeList(data, reasons);
        var exchanges = list.exchanges();
        Entry entry = kept.captured().entry().get();
        Value result = Evaluated.value(kept.captured().result(), "the result", reasons);
        Thrown error = kept.error() == null ? null : Thrown.of(kept.error());
        var outcome = new Outcome(
                kept.failed() ? Outcome.Status.FAILED : Outcome.Status.COMPLETED,
                result,
                error,
                kept.failed() ? FailureSignatures.of(kept.status(), error, exchanges) : null,
                list.writes());
        var lanes = data.lanes().stream()
                .map(log -> new LaneInfo(
                        log.lane().name(),
                        log.lane().parent(),
                        log.lane().parent() != null && log.life().outlivesRun()))
                .toList();
        var names = lanes.stream().map(LaneInfo::name).collect(Collectors.toSet());
        var trail = data.trail();
        var readings =
                sampled(LaneLog::readings, (site, values) -> new Reading(site.lane, site.api, site.site, values));
        var draws = sampled(LaneLog::draws, (site, values) -> new Draw(site.lane, site.api, site.site, values));
        var env =
                new Environment(data.environment(EnvironmentKind.VARIABLE), data.environment(EnvironmentKind.PROPERTY));
        return new Run(
                Run.RULES,
                info(settings, entry),
                entry,
                outcome,
                null,
                env,
                lanes,
                trail.spans(names::contains, kept.durationNanos()),
                exchanges,
                readings,
                draws,
                list.order(),
                trail.logs(names::contains),
                trail.dropped(names::contains));
    }

    /** Comes last: everything before may find reasons. */
    private RunInfo info(RecorderSettings settings, Entry entry) {
        reasons.addAll(data.reasons());
        reasons.addAll(kept.captured().reasons());
        return new RunInfo(
                kept.id().get(),
                entry.name(),
                data.recordedAt(),
                kept.durationNanos(),
                settings.service(),
                settings.version(),
                settings.commit(),
                kept.captured().traceId(),
                Runtime.version().toString(),
                ZoneId.systemDefault().getId(),
                Locale.getDefault().toLanguageTag(),
                Reasons.readiness(reasons));
    }

    private <T> List<T> sampled(Function<LaneLog, List<Sample>> samples, Sampled<T> make) {
        Map<Site, List<Value>> bySite = new LinkedHashMap<>();
        for (LaneLog log : data.lanes()) {
            for (Sample sample : samples.apply(log)) {
                bySite.computeIfAbsent(
                                new Site(log.lane().name(), sample.api(), sample.site()), site -> new ArrayList<>())
                        .add(Plain.encode(sample.value()));
            }
        }
        var all = new ArrayList<T>();
        bySite.forEach((site, values) -> all.add(make.of(site, values)));
        return all;
    }

    private record Site(String lane, String api, String site) {}

    private interface Sampled<T> {
        T of(Site site, List<Value> values);
    }
}
