package io.fluxrun.junit;

import static io.fluxrun.junit.ReplayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.FluxRun;
import io.fluxrun.run.MovedEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovedEntryTests {
    @Test
    void anEntryThatIsGoneIsToldWithWhatThereIsInstead() {
        Fixtures.moved("moved/renamed.json", Shop.class, "place", null);
        assertThatThrownBy(() ->
                        FluxRun.replay(Fixtures.file("moved/renamed.json")).on(new Shop()))
                .hasMessage("FluxRun: the recorded entry io.fluxrun.junit.Shop#place[java.lang.String] is gone."
                        + " There is: order[java.lang.String]. If it was renamed or moved, say so in the fixture's"
                        + " guard.entry, or take a Replay parameter and call invoke.");
        Fixtures.moved("moved/gone.json", "com.acme.before.Checkout", "place", null);
        assertThatThrownBy(
                        () -> FluxRun.replay(Fixtures.file("moved/gone.json")).on(new Shop()))
                .hasMessageStartingWith("FluxRun: the recorded entry's class com.acme.before.Checkout is not on the"
                        + " test's class path. Of that name there is: com.acme.Checkout. If it was");
        Fixtures.moved("moved/unknown.json", "com.acme.NoSuchThing", "place", null);
        assertThatThrownBy(() ->
                        FluxRun.replay(Fixtures.file("moved/unknown.json")).on(new Shop()))
                .hasMessageContaining("No class of the module has its simple name. If it was");
    }

    @Test
    void anEntryIsReplayedWhereItIsToday() {
        var today = new MovedEntry(Shop.class.getName(), "order", List.of("java.lang.String"), null);
        Fixtures.moved("moved/ord_01-503.json", "com.acme.before.Orders", "place", today);

        assertThat(Tests.failure(MovedTestCase.class))
                .hasMessageStartingWith("FLUX-102 REGRESSED ord_01-503.json".replace("ord", "moved/ord"))
                .hasMessageContaining("the entry is not where it was recorded: guard.entry says where it is today");
        var result = FluxRun.replay(Fixtures.file("moved/ord_01-503.json")).on(new Shop());
        assertThat(result).isRegressed().made("POST /stock/check");
    }

    static class MovedTestCase {
        @ReplayTarget
        Shop shop = new Shop();

        @ReplayFixture("moved/ord_01-503.json")
        void guard() {}
    }

    @Test
    void anEntryThatIsMovedToWhereNothingHappensProvesNothing() {
        var elsewhere = new MovedEntry(Shop.Empty.class.getName(), null, null, null);
        Fixtures.moved("moved/emptied.json", Shop.class, "order", elsewhere);
        var result = FluxRun.replay(Fixtures.file("moved/emptied.json")).on(new Shop.Empty());
        assertThat(result.verdict().green()).as(result.message()).isFalse();
    }

    @Test
    void replayingOnSomethingElseSaysWhatIsNeeded() {
        Fixtures.seenRed("moved/here.json");
        var replay = FluxRun.replay(Fixtures.file("moved/here.json"));
        assertThatThrownBy(() -> replay.on("a string"))
                .hasMessage("FluxRun: here.json begins with Shop#order, which is called on a io.fluxrun.junit.Shop;"
                        + " on(java.lang.String) is none");
        assertThatThrownBy(() -> replay.on(Shop.class)).hasMessageEndingWith("on(io.fluxrun.junit.Shop.class) is none");
        assertThatThrownBy(() -> replay.onPort(8080))
                .hasMessage("FluxRun: here.json begins with Shop#order, no HTTP request: replay it with on(TARGET)");
    }
}
