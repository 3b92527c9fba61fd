package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTests {
    @Test
    void nameAnHttpRunByItsPathAndStatus() {
        var names = Names.of(Samples.outage());

        assertThat(names).isEqualTo(new Names("ord_01-503", "OrdersOrd01Returns503Test", "noLongerReturns503"));
        assertThat(names.fixtureFile()).isEqualTo("ord_01-503.json");
    }

    @Test
    void nameAMethodByItsClassAndException() {
        var names = Names.of(Samples.method("com.acme.Orders", "place", "java.lang.IllegalStateException"));

        assertThat(names)
                .isEqualTo(new Names(
                        "Orders.place-IllegalStateException",
                        "OrdersPlaceThrowsIllegalStateExceptionTest",
                        "noLongerThrowsIllegalStateException"));
    }

    @Test
    void tellVerbsApartAndDropTheQuery() {
        assertThat(Names.of(http("POST", "/orders?force=true")))
                .isEqualTo(new Names("orders-503", "PostOrdersReturns503Test", "noLongerReturns503"));
    }

    @Test
    void numberAnotherRunOfTheSameFailure() {
        assertThat(Names.of(Samples.outage()).numbered(2))
                .isEqualTo(new Names("ord_01-503-2", "OrdersOrd01Returns503No2Test", "noLongerReturns503"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/../../etc/passwd",
                "/a/..%2f..%2fx",
                "/x/\"); System.exit(1); //",
                "/日本語",
                "/-rf",
                "/123",
                "/x\u0000\n",
                "/.hidden"
            })
    void areSafeWhateverWasRequested(String target) {
        var names = Names.of(http("GET", target));

        assertThat(names.stem()).matches("[A-Za-z0-9_][A-Za-z0-9._-]*").doesNotContain("..");
        assertThat(names.className()).matches("[A-Z][A-Za-z0-9]*Test");
        assertThat(names.methodName()).matches("[a-z][A-Za-z0-9]*");
    }

    @Test
    void areShortEnoughForAnyFileSystem() {
        var names = Names.of(http("GET", "/" + "long".repeat(200)));

        assertThat(names.fixtureFile()).hasSizeLessThan(120);
        assertThat(names.className()).hasSizeLessThan(120);
    }

    private static Run http(String method, String target) {
        return Samples.http("run_1", method, target, List.of());
    }
}
