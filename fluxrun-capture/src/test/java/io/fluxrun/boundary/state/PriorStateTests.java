package io.fluxrun.boundary.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.PriorState;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.run.Exchange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PriorStateTests {
    @BeforeAll
    static void install() {
        var instrumentation = ByteBuddyAgent.install();
        AgentInstaller.install(instrumentation);
        AgentInstaller.add(instrumentation, StateBoundary.named(Set.of(Rates.class.getName() + "#current")));
    }

    record Price(String sku, BigDecimal amount) {}

    /** Says why, and what is missing. */
    @SuppressWarnings("serial")
    static final class NoPriceException extends Exception {
        private final String sku;

        NoPriceException(int code, String sku) {
            super("no price " + code);
            this.sku = sku;
        }
    }

    static final class PriceTable {
        private static long version;
        private final Map<String, Price> prices = new HashMap<>();

        @PriorState
        Price get(String sku) throws NoPriceException {
            var price = prices.get(sku);
            if (price == null) {
                throw new NoPriceException(7, sku);
            }
            return price;
        }

        @PriorState
        static long version() {
            return version;
        }

        @PriorState
        Object raw() {
            return new Thread("raw");
        }
    }

    /** Not marked at all: named in the configuration. */
    interface Rates {
        BigDecimal current(String currency);

        BigDecimal other();
    }

    static final class LiveRates implements Rates {
        private static BigDecimal rate = BigDecimal.ONE;

        @Override
        public BigDecimal current(String currency) {
            return rate;
        }

        @Override
        public BigDecimal other() {
            return rate;
        }
    }

    @Test
    void aMethodNamedInTheConfigurationIsAsIfMarked() throws Exception {
        LiveRates.rate = BigDecimal.TEN;
        var recorded = StateRuns.record(() -> new LiveRates().current("EUR"));
        assertThat(recorded.exchanges())
                .extracting(Exchange::operation)
                .containsExactly("STATE PriorStateTests$LiveRates.current");
        LiveRates.rate = BigDecimal.ONE;
        recorded.isReplayedBy(() -> new LiveRates().current("EUR"));
        assertThat(StateRuns.record(() -> new LiveRates().other()).exchanges()).isEmpty();
    }

    @Test
    void aMarkedMethodAnswersAsItDidBeforeAnythingElse() throws Exception {
        var full = new PriceTable();
        full.prices.put("a", new Price("a", new BigDecimal("1.50")));
        PriceTable.version = 3_000_000_000L;
        var recorded = StateRuns.record(() -> use(full));
        assertThat(recorded.live()).hasSize(3);
        PriceTable.version = 1;
        recorded.isReplayedBy(() -> use(new PriceTable()));
    }

    private static List<Object> use(PriceTable table) throws Exception {
        var seen = new ArrayList<Object>();
        seen.add(table.get("a"));
        seen.add(PriceTable.version());
        try {
            seen.add(table.get("b"));
        } catch (NoPriceException e) {
            seen.add(e.getMessage() + " for " + e.sku);
        }
        return seen;
    }

    @Test
    void aResultThatIsNoDataMakesTheRunPartialAndIsNamed() throws Exception {
        var recorded = StateRuns.record(() -> String.valueOf(new PriceTable().raw() != null));
        assertThat(recorded.reasons())
                .singleElement()
                .asString()
                .contains("PriceTable.raw: java.lang.Thread cannot be written as data");
    }
}
