package io.fluxrun.boundary.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.run.Exchange;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.ratelimiter.internal.SemaphoreBasedRateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class Resilience4jTests {
    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @Test
    void anOpenBreakerIsOpenInTheReplayWhereItIsClosed() throws Exception {
        var open = CircuitBreaker.ofDefaults("stock");
        open.transitionToOpenState();
        var recorded = StateRuns.record(() -> call(open));
        assertThat(recorded.live().get(0))
                .isEqualTo("CircuitBreaker 'stock' is OPEN and does not permit further calls");
        var closed = CircuitBreaker.ofDefaults("stock");
        recorded.isReplayedBy(() -> call(closed));
        assertThat(closed.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private static List<String> call(CircuitBreaker breaker) {
        String outcome;
        try {
            outcome = breaker.executeSupplier(() -> "called");
        } catch (CallNotPermittedException e) {
            outcome = e.getMessage();
            assertThat(e.getCausingCircuitBreakerName()).isEqualTo("stock");
        }
        return List.of(outcome, breaker.getState().name(), String.valueOf(breaker.tryAcquirePermission()));
    }

    @Test
    void aClosedBreakerLetsCallsThroughInTheReplayWhereItIsOpenAndIsNotCharged() throws Exception {
        var recorded = StateRuns.record(() -> call(CircuitBreaker.ofDefaults("stock")));
        assertThat(recorded.live()).containsExactly("called", "CLOSED", "true");
        var open = CircuitBreaker.ofDefaults("stock");
        open.transitionToOpenState();
        recorded.isReplayedBy(() -> call(open));
        assertThat(open.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void anExhaustedRateLimiterRefusesInTheReplayToo() throws Exception {
        var exhausted = RateLimiter.of("mail", limit(1));
        exhausted.acquirePermission();
        isRefusedAgain(exhausted, RateLimiter.of("mail", limit(100)));
    }

    @Test
    void anExhaustedSemaphoreRefusesInTheReplayToo() throws Exception {
        var timer = Executors.newSingleThreadScheduledExecutor();
        try {
            var exhausted = new SemaphoreBasedRateLimiter("mail", limit(1), timer);
            exhausted.acquirePermission();
            isRefusedAgain(exhausted, new SemaphoreBasedRateLimiter("mail", limit(100), timer));
        } finally {
            timer.shutdownNow();
        }
    }

    private static void isRefusedAgain(RateLimiter exhausted, RateLimiter fresh) throws Exception {
        var recorded = StateRuns.record(() -> send(exhausted));
        assertThat(recorded.live()).isEqualTo("RateLimiter 'mail' does not permit further calls");
        assertThat(recorded.exchanges())
                .extracting(Exchange::operation)
                .containsExactly("STATE " + exhausted.getClass().getSimpleName() + ".acquirePermission mail");
        recorded.isReplayedBy(() -> send(fresh));
        assertThat(fresh.getMetrics().getAvailablePermissions()).isEqualTo(100);
    }

    private static String send(RateLimiter limiter) {
        try {
            return limiter.executeSupplier(() -> "sent");
        } catch (RequestNotPermitted e) {
            return e.getMessage();
        }
    }

    private static RateLimiterConfig limit(int calls) {
        return RateLimiterConfig.custom()
                .limitForPeriod(calls)
                .limitRefreshPeriod(Duration.ofDays(1))
                .timeoutDuration(Duration.ZERO)
                .build();
    }
}
