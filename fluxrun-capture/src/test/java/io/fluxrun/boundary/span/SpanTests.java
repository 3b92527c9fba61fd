package io.fluxrun.boundary.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.span.Named;
import com.acme.span.Pricing;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.boundary.lane.RecordedRuns;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.run.Span;
import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpanTests {
    private final Pricing pricing = new Pricing();

    @BeforeAll
    static void install() {
        AgentInstaller.add(SelfAttachment.install(), SpanBoundary.named(Set.of("com.acme.span.*")));
    }

    @Test
    void methodsOfEveryKindAreSpansInsideOneAnother() throws Exception {
        var codes = new ArrayList<>(List.of("a", "b"));
        var run = record(() -> pricing.price(new Pricing.Order("ord_01", 2), codes));

        assertThat(run.spans())
                .extracting(Span::name)
                .containsExactly("price", "Pricing#ofClass", "Pricing#last", "Pricing#secret");
        assertThat(run.spans()).extracting(Span::parent).containsExactly(0, 1, 2, 1);
        var price = run.spans().get(0);
        assertThat(price.output().text()).isEqualTo("ord_01!s1");
        assertThat(price.durationNanos()).isGreaterThan(run.spans().get(1).durationNanos());
        assertThat(price.lane()).isEqualTo("main");
        assertThat(codes).isEmpty();
    }

    @Test
    void anArgumentIsWrittenAsItWas() throws Exception {
        var run = record(() -> pricing.price(new Pricing.Order("ord_01", 2), new ArrayList<>(List.of("first"))));

        var input = run.spans().get(0).input();
        assertThat(argument(1, input).items().get(0).text()).isEqualTo("first");
        assertThat(argument(0, input).get("value").get("id").text()).isEqualTo("ord_01");
    }

    @Test
    void anExceptionIsToldAndThrown() throws Exception {
        var run = record(() -> {
            assertThatThrownBy(pricing::fails).isInstanceOf(IllegalStateException.class);
            return "";
        });

        var error = run.spans().get(0).error();
        assertThat(error.message()).isEqualTo("no price");
        assertThat(error.frames().get(0)).startsWith("com.acme.span.Pricing#fails:");
    }

    @Test
    void theSpanOfAFutureEndsWithItAndTheFutureIsTheSame() throws Exception {
        CompletableFuture<String> future = new CompletableFuture<>();
        CompletableFuture<String> failing = new CompletableFuture<>();
        CompletableFuture<String> open = new CompletableFuture<>();
        var run = record(() -> {
            assertThat(pricing.later(future)).isSameAs(future);
            assertThat(pricing.later(failing)).isSameAs(failing);
            assertThat(pricing.later(open)).isSameAs(open);
            pricing.quote("between");
            future.complete("done");
            failing.completeExceptionally(new IllegalArgumentException("never"));
            return "";
        });

        var spans = run.spans();
        assertThat(spans)
                .extracting(Span::name)
                .containsExactly("Pricing#later", "Pricing#later", "Pricing#later", "Pricing#quote");
        assertThat(spans.get(3).parent()).as("the method had returned").isZero();
        assertThat(spans.get(0).output().text()).isEqualTo("done");
        assertThat(end(spans.get(0))).isGreaterThan(end(spans.get(3)));
        assertThat(spans.get(1).error().type()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(spans.get(2).output().isNull()).isTrue();
        assertThat(end(spans.get(2))).isEqualTo(run.info().durationNanos());
        assertThat(run.lanes()).hasSize(1);
    }

    @Test
    void workThatWasHandedOverHasWaitedAndIsInsideTheSpanThatHandedItOver() throws Exception {
        var pool = Executors.newSingleThreadExecutor();
        try {
            var run = record(() -> pool.submit(() -> pricing.quote("pool")).get());

            var span = run.spans().get(0);
            assertThat(span.lane()).startsWith("main/");
            assertThat(span.waitedNanos()).isPositive();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void writingAValueIsNoPartOfTheRun() throws Exception {
        var run = record(() -> pricing.dated(new Pricing.Dated()));

        assertThat(run.spans()).hasSize(1);
        assertThat(run.readings()).isEmpty();
    }

    @Test
    void whatIsLargeOrNoDataIsNamed() throws Exception {
        var run = record(() -> pricing.size("x".repeat(100_000))
                + pricing.size(new int[1 << 20])
                + pricing.size(Thread.currentThread())
                + pricing.size(java.io.InputStream.nullInputStream()));

        assertThat(run.info().readiness()).isEqualTo(Readiness.READY);
        assertThat(run.spans())
                .extracting(span -> argument(0, span.input()).get("notWritten").text())
                .satisfiesExactly(
                        text -> assertThat(text).contains("larger than 4096 bytes"),
                        text -> assertThat(text).contains("larger than 4096 bytes"),
                        text -> assertThat(text).contains("java.lang.Thread"),
                        text -> assertThat(text).startsWith("java.io.InputStream"));
    }

    @Test
    void aPackageMeansPublicMethodsThatAreNoAccessorsOnce() throws Exception {
        var named = new Named();
        var run = record(() -> named.plain("a") + named.both() + named.getName() + named);

        assertThat(run.spans()).extracting(Span::name).containsExactly("Named#plain", "Named#both");
    }

    /** Before JDK 19 a class that is woven after it was loaded loses the names of its parameters (JDK-8240908). */
    private static Value argument(int nth, Value input) {
        return List.copyOf(((Value.Fields) input).fields().values()).get(nth);
    }

    @Test
    void outsideARunNothingIsTold() {
        assertThat(pricing.quote("a")).isEqualTo("quote a");
    }

    @Test
    void aReplayTellsTheSameSpans() throws Exception {
        Callable<?> application = () -> pricing.price(new Pricing.Order("ord_01", 2), new ArrayList<>());
        var run = record(application);

        var replayed = RecordedRuns.replay(run, application).spans();

        assertThat(replayed)
                .extracting(Span::name)
                .isEqualTo(run.spans().stream().map(Span::name).toList());
        assertThat(replayed)
                .extracting(Span::output)
                .isEqualTo(run.spans().stream().map(Span::output).toList());
    }

    private static long end(Span span) {
        return span.startNanos() + span.durationNanos();
    }

    private static Run record(Callable<?> application) throws Exception {
        return RecordedRuns.record(application);
    }
}
