package io.fluxrun.boundary.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.pay.Kinds;
import io.fluxrun.FluxRun;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.run.Exchange;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

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

    @Test
    void aMethodThatReturnsATypeParameter() throws Exception {
        replaysAs("Kinds.Store#load", () -> new Kinds.TextStore().load("a"));
        replaysAs("Kinds.Store#load", () -> String.valueOf(new Kinds.PriceStore().load("a")));
        Kinds.Store<?> wrapped = FluxRun.boundary(Kinds.Store.class, new Kinds.PriceStore());
        replaysAs("Kinds.Store#load", () -> String.valueOf(wrapped.load("a")));
    }

    @Test
    void aBeanBehindASpringProxyIsOneExchange() throws Exception {
        var interceptions = new AtomicInteger();
        MethodInterceptor around = invocation -> {
            interceptions.incrementAndGet();
            return invocation.proceed();
        };
        var ofInterface = new ProxyFactory(new Kinds.PriceStore());
        ofInterface.addAdvice(around);
        var store = (Kinds.Store<?>) ofInterface.getProxy();
        assertThat(Proxy.isProxyClass(store.getClass())).isTrue();
        replaysAs("Kinds.Store#load", () -> String.valueOf(store.load("a")));

        var ofClass = new ProxyFactory(new Kinds.Client());
        ofClass.setProxyTargetClass(true);
        ofClass.addAdvice(around);
        var client = (Kinds.Client) ofClass.getProxy();
        assertThat(client.getClass().getName()).contains("CGLIB");
        replaysAs("Kinds.Client#get", () -> client.get("a"));
        assertThat(interceptions).as("advice is the application's own").hasValue(4);
    }

    private static void replaysAs(String operation, Callable<String> call) throws Exception {
        var recorded = HostRuns.record(call);
        assertThat(recorded.exchanges()).extracting(Exchange::operation).isEqualTo(List.of(operation));
        var replay = HostRuns.replay(recorded.exchanges());
        assertThat(HostRuns.inLane(replay.main(), call)).isEqualTo(recorded.value());
    }
}
