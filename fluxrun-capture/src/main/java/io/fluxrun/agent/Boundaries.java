package io.fluxrun.agent;

import io.fluxrun.FluxRunOptions;
import io.fluxrun.boundary.airlock.AirlockBoundary;
import io.fluxrun.boundary.env.DefaultsBoundary;
import io.fluxrun.boundary.env.EnvBoundary;
import io.fluxrun.boundary.host.HostBoundary;
import io.fluxrun.boundary.host.HostKey;
import io.fluxrun.boundary.http.HttpBoundary;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.boundary.jdbc.JdbcBoundary;
import io.fluxrun.boundary.jdbc.JdbcKey;
import io.fluxrun.boundary.lane.LaneBoundary;
import io.fluxrun.boundary.log.LogBoundary;
import io.fluxrun.boundary.random.RandomBoundary;
import io.fluxrun.boundary.span.SpanBoundary;
import io.fluxrun.boundary.state.StateBoundary;
import io.fluxrun.boundary.time.TimeBoundary;
import io.fluxrun.entry.EntryBoundary;
import io.fluxrun.hook.Call;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.record.ConfigurationBoundary;
import io.fluxrun.replay.RequestKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The composition root: every boundary's hooks and request keys. */
public final class Boundaries {
    private Boundaries() {}

    /** Returns where hooks are put, all boundaries together. */
    public static List<HookPoint> hookPoints() {
        return Stream.of(
                        EntryBoundary.points(),
                        ConfigurationBoundary.points(),
                        LaneBoundary.points(),
                        HttpBoundary.points(),
                        JdbcBoundary.points(),
                        StateBoundary.points(),
                        AirlockBoundary.points(),
                        HostBoundary.points(),
                        LogBoundary.points(),
                        SpanBoundary.points())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns hook points on what the configuration names. */
    static List<HookPoint> named(FluxRunOptions options) {
        return Stream.of(
                        HostBoundary.named(options.boundaries(), options.writingBoundaries()),
                        StateBoundary.named(options.states()),
                        SpanBoundary.named(options.spans()))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns further hook points, which only a JVM that replays needs. */
    static List<HookPoint> pointsOfReplays() {
        return Stream.of(LaneBoundary.pointsOfReplays(), DefaultsBoundary.replayPoints())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the JDK's packages that hooks see into, by module. */
    static Map<String, Set<String>> opens() {
        return HttpBoundary.opens();
    }

    /** Returns what is made of rewritten calls, by boundary and {@link Call#api()}. */
    static Map<String, Map<String, Call.Handler>> calls() {
        return Map.of(
                TimeBoundary.NAME, TimeBoundary.calls(),
                RandomBoundary.NAME, RandomBoundary.calls(),
                EnvBoundary.NAME, EnvBoundary.calls());
    }

    /** Returns what makes two requests the same, by boundary. */
    public static List<RequestKey> requestKeys() {
        return List.of(new HttpKey(), new JdbcKey(), new HostKey());
    }
}
