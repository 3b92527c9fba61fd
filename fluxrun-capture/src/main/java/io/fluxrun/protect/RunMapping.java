package io.fluxrun.protect;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Draw;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Reading;
import io.fluxrun.run.Run;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Span;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes a mapping through all of a run. Names of code (lanes, sites, exception types) are no data and stay. */
final class RunMapping {
    private final Mapping mapping;

    RunMapping(Mapping mapping) {
        this.mapping = mapping;
    }

    Run apply(Run run) {
        return new Run(
                run.rules(),
                info(run.info()),
                new Entry(
                        run.entry().kind(),
                        mapping.text(run.entry().name()),
                        mapping.value(run.entry().request())),
                outcome(run.outcome()),
                run.boot(),
                environment(run.env()),
                run.lanes(),
                run.spans().stream().map(this::span).toList(),
                run.exchanges().stream().map(this::exchange).toList(),
                run.readings().stream().map(this::reading).toList(),
                run.draws().stream().map(this::draw).toList(),
                run.order(),
                run.logs().stream().map(this::log).toList(),
                run.dropped());
    }

    Boot apply(Boot boot) {
        var configuration = new TreeMap<String, String>();
        boot.configuration().forEach((name, setting) -> {
            String mapped = mapping.named(name, Value.of(setting)).text();
            configuration.put(name, mapped == null ? setting : mapped);
        });
        return new Boot(
                configuration,
                environment(boot.env()),
                named(boot.metadata()),
                boot.exchanges().stream().map(this::exchange).toList(),
                readiness(boot.readiness()));
    }

    private RunInfo info(RunInfo info) {
        return new RunInfo(
                info.id(),
                mapping.text(info.name()),
                info.recordedAt(),
                info.durationNanos(),
                info.service(),
                info.version(),
                info.commit(),
                info.traceId(),
                info.jdk(),
                info.zone(),
                info.locale(),
                readiness(info.readiness()));
    }

    private Readiness readiness(Readiness readiness) {
        return new Readiness(readiness.level(), texts(readiness.reasons()));
    }

    private Outcome outcome(Outcome outcome) {
        FailureSignature signature = outcome.signature();
        return new Outcome(
                outcome.status(),
                mapping.value(outcome.result()),
                thrown(outcome.error()),
                signature == null
                        ? null
                        : new FailureSignature(
                                signature.exception(),
                                textOrNull(signature.message()),
                                signature.status(),
                                texts(signature.frames()),
                                signature.breaking(),
                                textOrNull(signature.operation())),
                outcome.writes());
    }

    private Environment environment(Environment env) {
        return new Environment(named(env.variables()), named(env.properties()));
    }

    private Map<String, Value> named(Map<String, Value> values) {
        var mapped = new TreeMap<String, Value>();
        values.forEach((name, value) -> mapped.put(name, mapping.named(name, value)));
        return mapped;
    }

    private Span span(Span span) {
        return new Span(
                span.id(),
                span.parent(),
                span.lane(),
                mapping.text(span.name()),
                span.startNanos(),
                span.waitedNanos(),
                span.durationNanos(),
                mapping.value(span.input()),
                mapping.value(span.output()),
                thrown(span.error()));
    }

    private Exchange exchange(Exchange exchange) {
        return new Exchange(
                exchange.n(),
                exchange.lane(),
                exchange.boundary(),
                mapping.text(exchange.operation()),
                exchange.startNanos(),
                exchange.durationNanos(),
                mapping.value(exchange.request()),
                answer(exchange.answer()));
    }

    private Answer answer(Answer answer) {
        if (answer instanceof Answer.Response response) {
            return Answer.of(mapping.value(response.value()));
        }
        return Answer.of(exactly(((Answer.Failure) answer).thrown()));
    }

    private Reading reading(Reading reading) {
        return new Reading(reading.lane(), reading.api(), reading.site(), samples(reading.values()));
    }

    private Draw draw(Draw draw) {
        return new Draw(draw.lane(), draw.api(), draw.site(), samples(draw.values()));
    }

    private List<Value> samples(List<Value> values) {
        return values.stream().map(mapping::sample).toList();
    }

    private LogEvent log(LogEvent log) {
        return new LogEvent(
                log.lane(),
                log.atNanos(),
                log.level(),
                log.logger(),
                mapping.text(log.message()),
                thrown(log.thrown()));
    }

    private @Nullable Thrown thrown(@Nullable Thrown thrown) {
        return thrown == null ? null : exactly(thrown);
    }

    private Thrown exactly(Thrown thrown) {
        return new Thrown(
                thrown.type(),
                textOrNull(thrown.message()),
                texts(thrown.frames()),
                mapping.value(thrown.details()),
                thrown(thrown.cause()));
    }

    private List<String> texts(List<String> texts) {
        return texts.stream().map(mapping::text).toList();
    }

    private @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : mapping.text(text);
    }
}
