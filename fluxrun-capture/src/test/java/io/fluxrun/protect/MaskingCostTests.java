package io.fluxrun.protect;

import static io.fluxrun.protect.MaskSamples.body;
import static io.fluxrun.protect.MaskSamples.http;
import static io.fluxrun.protect.MaskSamples.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Run;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What masking costs grows with the run, not with its square. */
class MaskingCostTests {
    private final Masking masking = Masking.create(MaskRules.DEFAULT);

    @Test
    void masksALargeRunWithManySecrets() {
        Run masked = masking.mask(large(50, i -> "s3cr3t-number-" + i));

        String all = masked.exchanges().toString()
                + masked.exchanges().stream()
                        .map(exchange ->
                                new String(exchange.request().get("body").bytes(), StandardCharsets.UTF_8))
                        .toList();
        assertThat(all).hasSizeGreaterThan(50 * 10_000).doesNotContain("s3cr3t");
    }

    @Test
    void takesTimeInProportionToTheRunAndItsSecrets() {
        IntFunction<String> secrets = i -> "%08x-s3cr3t".formatted(i * 0x9E3779B1);
        Run small = large(20, secrets);
        Run eightTimes = large(160, secrets);

        long smallTakes = Long.MAX_VALUE;
        long largeTakes = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            smallTakes = Math.min(smallTakes, cpuNanos(() -> masking.mask(small)));
            largeTakes = Math.min(largeTakes, cpuNanos(() -> masking.mask(eightTimes)));
        }

        assertThat((double) largeTakes / smallTakes)
                .as("8 if it grows with the size, 64 if with its square")
                .isBetween(1.0, 24.0);
    }

    /** This thread's own time: what else the machine does is not in it. */
    private static long cpuNanos(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - before;
    }

    /** Every exchange has a secret of its own, and says it again and again. */
    private static Run large(int size, IntFunction<String> secrets) {
        var exchanges = new ArrayList<Exchange>();
        for (int i = 1; i <= size; i++) {
            String secret = secrets.apply(i);
            exchanges.add(http(
                    i,
                    "https://x/?token=" + secret,
                    body("{\"text\":\"" + ("some words, " + secret + " ").repeat(20_000 / (12 + secret.length()))
                            + "\"}")));
        }
        return run(exchanges, "x");
    }
}
