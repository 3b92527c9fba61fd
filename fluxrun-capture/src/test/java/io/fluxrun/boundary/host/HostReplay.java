package io.fluxrun.boundary.host;

import com.acme.pay.PayService;
import io.fluxrun.agent.Boundaries;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.replay.Expectation;
import io.fluxrun.replay.ReplayInput;
import io.fluxrun.replay.ReplaySession;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Scope;
import io.fluxrun.store.RunStore;

/** In a JVM of its own: replays the one run of a store, and prints what the service saw and what that comes to. */
final class HostReplay {
    private HostReplay() {}

    public static void main(String[] arguments) throws Exception {
        SelfAttachment.install();
        var store = RunStore.open("file:" + arguments[0]);
        var run = store.load(store.list().get(0).id()).run();
        var session = new ReplaySession(new ReplayInput(
                "pay.json",
                new Fixture(run, Guard.NONE),
                Boot.EMPTY,
                "",
                Boundaries.requestKeys(),
                FixtureFiles::json));
        var service = new PayService();
        Throwable thrown = null;
        var before = Scope.bind(session.main());
        try {
            service.pay();
        } catch (Throwable failed) {
            thrown = failed;
            System.out.println(failed.getMessage());
        } finally {
            Scope.restore(before);
        }
        var result = session.end(Value.NULL, thrown, Expectation.RECORDED);
        System.out.println(result.verdict() + ", " + service.calls() + " live calls");
    }
}
