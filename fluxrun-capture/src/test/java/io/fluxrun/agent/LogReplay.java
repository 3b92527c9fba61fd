package io.fluxrun.agent;

import com.acme.OrderFailed;
import com.acme.log.Orders;
import io.fluxrun.replay.Expectation;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Scope;
import io.fluxrun.store.RunStore;

/** Replays the run of {@code Orders} in a JVM of its own: says what it failed with and what the replay logged. */
final class LogReplay {
    private LogReplay() {}

    public static void main(String[] arguments) throws Exception {
        SelfAttachment.install();
        var store = RunStore.open("file:" + arguments[0]);
        var run = store.load(store.list().get(0).id()).run();
        Orders.start(arguments[1]);
        var session = SiteReplay.session(run);
        var before = Scope.bind(session.main());
        Throwable thrown = null;
        try {
            new Orders(arguments[1], Boolean.parseBoolean(arguments[2])).place("ord_01");
        } catch (OrderFailed failed) {
            thrown = failed;
        } finally {
            Scope.restore(before);
        }
        var result = session.end(Value.NULL, thrown, Expectation.RECORDED);
        System.err.println(result.verdict() + " " + thrown.getMessage());
        System.out.println(result.message());
        result.logs().forEach(line -> System.err.println(text(line)));
    }

    static String text(LogEvent line) {
        var thrown = line.thrown();
        return line.lane() + " " + line.level() + " " + line.logger() + " " + line.message()
                + (thrown == null ? "" : " " + thrown.type() + ": " + thrown.message());
    }
}
