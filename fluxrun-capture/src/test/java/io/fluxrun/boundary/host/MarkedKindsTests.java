package io.fluxrun.boundary.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.pay.Kinds;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.run.Exchange;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MarkedKindsTests {
    @BeforeAll
    static void install() {
        var instrumentation = SelfAttachment.install();
        AgentInstaller.add(instrumentation, HostBoundary.named(Set.of(), Set.of("com.acme.pay.Kinds$Mailer#send")));
    }

    @Test
    void aMethodOfAGenericInterface() throws Exception {
        var store = new Kinds.TextStore();
        replaysAs("Kinds.Store#save", () -> store.save("a"));
        assertThat(HostRuns.record(() -> store.plain("a")).exchanges()).isEmpty();
    }

    @Test
    void aClassAndItsStaticMethods() throws Exception {
        replaysAs("Kinds.Client#get", () -> new Kinds.Client().get("a"));
        replaysAs("Kinds.Client#find", () -> Kinds.Client.find("a"));
    }

    @Test
    void anOverridingMethodIsOneExchangeWithWhatItCalls() throws Exception {
        replaysAs("Kinds.Client#get", () -> new Kinds.CachedClient().get("a"));
    }

    @Test
    void aMethodNamedInTheConfiguration() throws Exception {
        replaysAs("Kinds.Mailer#send", () -> new Kinds.RealMailer().send("a"));
    }

    private static void replaysAs(String operation, Callable<String> call) throws Exception {
        var recorded = HostRuns.record(call);
        assertThat(recorded.exchanges()).extracting(Exchange::operation).isEqualTo(List.of(operation));
        var replay = HostRuns.replay(recorded.exchanges());
        assertThat(HostRuns.inLane(replay.main(), call)).isEqualTo(recorded.value());
    }
}
