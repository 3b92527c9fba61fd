package io.fluxrun.junit;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Draw;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Reading;
import io.fluxrun.run.Run;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of one lane as these tests need it: what they do not look at is the same in all of them. */
public record Recorded(
        Instant at,
        Entry entry,
        Outcome outcome,
        @Nullable String boot,
        Environment environment,
        List<Exchange> exchanges,
        List<Reading> readings,
        List<Draw> draws) {
    private static final Instant AT = Instant.parse("2026-11-21T08:30:00Z");
    private static final String LANE = "main";

    public static Recorded of(Entry entry, Outcome outcome, @Nullable String boot, List<Exchange> exchanges) {
        return new Recorded(AT, entry, outcome, boot, Environment.EMPTY, exchanges, List.of(), List.of());
    }

    public Run run() {
        return new Run(
                Run.RULES,
                new RunInfo("run1", "order", at, 1, null, null, null, null, "17", "UTC", "en", Readiness.READY),
                entry,
                outcome,
                boot,
                environment,
                List.of(new LaneInfo(LANE, null)),
                List.of(),
                exchanges,
                readings,
                draws,
                List.of(),
                List.of());
    }

    /** Entered through a method that takes a string. */
    static Entry call(Class<?> type, String method, String argument) {
        return call(type.getName(), method, argument);
    }

    static Entry call(String type, String method, String argument) {
        return new Entry(
                Entry.Kind.METHOD,
                type.substring(type.lastIndexOf('.') + 1) + "#" + method,
                Value.fields()
                        .put("type", type)
                        .put("method", method)
                        .put("parameters", Value.list(List.of(Value.of("java.lang.String"))))
                        .put("arguments", Value.list(List.of(Value.of(argument))))
                        .build());
    }

    /** Asked of the boundary that the shops here ask by hand. */
    public static Exchange ofShop(int n, String request, int status) {
        var answer = Answer.of(Value.fields().put("status", status).build());
        return new Exchange(n, LANE, "shop", request, n * 1_000_000L, 1_000, Value.of(request), answer);
    }

    /** Returns where a fixture of this name lies for the tests beside a class. */
    public static Path file(Class<?> beside, String name) {
        try {
            var classes = Path.of(
                    beside.getProtectionDomain().getCodeSource().getLocation().toURI());
            var file =
                    classes.resolve(beside.getPackageName().replace('.', '/')).resolve(name);
            Files.createDirectories(file.getParent());
            return file;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
