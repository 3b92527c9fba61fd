package io.fluxrun.agent;

import com.acme.Concurrency;
import com.acme.HandOvers;
import com.acme.OldThread;
import io.fluxrun.store.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** In a JVM of its own: replays each run of a store again and again, and prints where its message was another one. */
final class HandOverReplay {
    private HandOverReplay() {}

    /** The folder of the store, how often, what was said before it was masked. */
    public static void main(String[] arguments) throws Exception {
        SelfAttachment.install();
        var live = Set.copyOf(Files.readAllLines(Path.of(arguments[2])));
        var store = RunStore.open("file:" + arguments[0]);
        var service = new HandOvers();
        int same = 0;
        var old = OldThread.ONE;
        for (var info : store.list()) {
            var run = store.load(info.id()).run();
            var recorded = run.outcome().error().message();
            var way = Concurrency.valueOf(recorded.substring(0, recorded.indexOf(':')));
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                var replayed = SiteReplay.message(run, () -> service.run(way));
                // A long enough number may look like that of a payment card.
                if (!replayed.equals(recorded) && live.contains(recorded)) {
                    System.out.println(old + " recorded: " + recorded + " replayed: " + replayed);
                }
            }
            same += live.contains(recorded) ? 1 : 0;
        }
        System.out.println(same + " of " + live.size());
        System.exit(0);
    }
}
