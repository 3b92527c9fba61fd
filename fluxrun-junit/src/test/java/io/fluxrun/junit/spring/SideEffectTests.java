package io.fluxrun.junit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.live.LiveShop;
import com.acme.live.SideEffect;
import io.fluxrun.junit.Replay;
import io.fluxrun.junit.ReplayFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.boot.test.context.SpringBootTest;

/** Whatever thread of a booted context touches the world: it is blocked, listed, and a witness hears nothing. */
@Timeout(120)
class SideEffectTests {
    @Test
    void noneHappensAndAllAreListed() throws Exception {
        SpringFixtures.outOfStock("live/ord_01-503.json", SpringFixtures.BOOT);
        try (var witness = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            LiveShop.port = witness.getLocalPort();
            var message = failure(LiveTestCase.class);

            assertThat(message).startsWith("FLUX-101 DIVERGED live/ord_01-503.json");
            for (var effect : SideEffect.values()) {
                assertThat(message.lines())
                        .as("asked by the request")
                        .anySatisfy(line -> assertThat(line)
                                .matches("(> |note: and then ).*")
                                .contains(effect.named, "lane main)"));
                assertThat(message.lines()
                                .filter(line -> line.startsWith("note: blocked in the background: ")
                                        && line.contains(effect.named))
                                .map(line -> line.substring(line.indexOf("lane "))))
                        .as(effect + " of the scheduled, listening and exporting threads")
                        .hasSize(3)
                        .doesNotHaveDuplicates();
            }
            assertThat(firstByte(witness)).as("nobody came before").isEqualTo(7);
        }
    }

    @SpringBootTest(classes = LiveShop.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
    static class LiveTestCase {
        @ReplayFixture("live/ord_01-503.json")
        void guard(Replay replay) throws InterruptedException {
            assertThat(LiveShop.BACKGROUND.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(replay.status()).isEqualTo(200);
        }
    }

    private static int firstByte(ServerSocket witness) throws IOException {
        try (var own = new Socket(witness.getInetAddress(), witness.getLocalPort())) {
            own.getOutputStream().write(7);
            own.shutdownOutput();
            try (var first = witness.accept()) {
                return first.getInputStream().read();
            }
        }
    }

    private static String failure(Class<?> testCase) {
        List<Throwable> failures = EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(testCase))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
        assertThat(failures).hasSize(1);
        return String.valueOf(failures.get(0).getMessage());
    }
}
