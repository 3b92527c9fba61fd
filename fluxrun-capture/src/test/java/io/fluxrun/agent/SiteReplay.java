package io.fluxrun.agent;

import com.acme.OrderFailed;
import com.acme.sites.EveryApi;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.replay.ReplayInput;
import io.fluxrun.replay.ReplaySession;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.Run;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Scope;
import io.fluxrun.store.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replays a run again and again, and says where its message was not the recorded one. */
final class SiteReplay {
    interface Failing {
        void run() throws Exception;
    }

    private SiteReplay() {}

    /** In a JVM of its own: the folder of a store with one run, how often, what it said before it was masked. */
    public static void main(String[] arguments) throws Exception {
        SelfAttachment.install();
        var live = Set.copyOf(Files.readAllLines(Path.of(arguments[2])));
        var store = RunStore.open("file:" + arguments[0]);
        var run = store.load(store.list().get(0).id()).run();
        var recorded = run.outcome().error().message();
        // A long enough number may look like that of a payment card.
        var masked = recorded.lines()
                .filter(line -> !live.contains(line))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        var every = new EveryApi();
        EveryApiTests.notInTheTable(EveryApi.apis()).forEach(api -> System.out.println("not in the table: " + api));
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            differences(recorded, message(run, every::run)).stream()
                    .filter(line -> masked.stream().noneMatch(line::contains))
                    .forEach(System.out::println);
        }
        System.out.println((recorded.lines().count() - masked.size()) + " values, default "
                + TimeZone.getDefault().getID() + " " + Locale.getDefault());
    }

    /** Returns what the failing code says in a replay of the run. */
    static String message(Run run, Failing entry) throws Exception {
        return in(session(run), entry);
    }

    static ReplaySession session(Run run) {
        return new ReplaySession(new ReplayInput(
                "every", new Fixture(run, Guard.NONE), Boot.EMPTY, "", Boundaries.requestKeys(), FixtureFiles::json));
    }

    static String in(ReplaySession session, Failing entry) throws Exception {
        var before = Scope.bind(session.main());
        try {
            entry.run();
            return "nothing failed";
        } catch (OrderFailed failed) {
            return failed.getMessage();
        } finally {
            Scope.restore(before);
            HandOver.forget(session);
        }
    }

    /** Returns a line for each value that is not as recorded. */
    static List<String> differences(String recorded, String replayed) {
        var there = recorded.lines().toList();
        var here = replayed.lines().toList();
        return Stream.concat(
                        there.stream().filter(line -> !here.contains(line)).map(line -> "recorded: " + line),
                        here.stream().filter(line -> !there.contains(line)).map(line -> "replayed: " + line))
                .collect(Collectors.toList());
    }
}
