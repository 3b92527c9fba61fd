package io.fluxrun.boundary.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.http.message.Failures;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Where the client calls back, what FluxRun fails with stays with FluxRun, and the run is PARTIAL. */
class AsideTests {
    private final RecordingInMemory recording = new RecordingInMemory();

    @Test
    void aResponseGoesOnWhoseHeadCannotBeRead() {
        var response = new Object();
        var passed = JdkAttemptHook.passingOn(CompletableFuture.completedFuture(response), attempt(), unread -> {
            throw new OutOfMemoryError("forced");
        });

        assertThat(passed).isCompletedWithValue(response);
        assertThat(recording.reasons())
                .containsExactly("http: an exchange could not be recorded: java.lang.OutOfMemoryError: forced");
    }

    @Test
    void aFailureGoesOnThatCannotBeLookedInto() {
        var call = new RecordedCall<>(recording, recording.main(), head -> BodySubscribers.discarding(), null);
        var future = new CompletableFuture<Object>();
        var handedBack = new JdkSending(call, null).handBack(future);
        var hostile = new CompletionException("hostile", null) {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Throwable getCause() {
                boolean byFluxRun = StackWalker.getInstance()
                        .walk(frames ->
                                frames.anyMatch(frame -> frame.getClassName().startsWith(Failures.class.getName())));
                if (byFluxRun) {
                    throw new StackOverflowError("forced");
                }
                return null;
            }
        };
        var attempted = JdkAttemptHook.passingOn(future, attempt(), response -> null);
        future.completeExceptionally(hostile);

        assertThatThrownBy(handedBack::join).isSameAs(hostile);
        assertThatThrownBy(attempted::join).isSameAs(hostile).hasNoSuppressedExceptions();
        assertThat(recording.reasons()).isNotEmpty();
    }

    @Test
    void anAttemptThatCouldNotBeBegunIsTheApplicationsAllTheSame() {
        var own = BodySubscribers.discarding();
        var call = new RecordedCall<>(recording, recording.main(), head -> own, null);

        assertThat(call.apply(null)).isSameAs(own);
    }

    private RecordedAttempt attempt() {
        var request = new RequestHead(
                "GET", URI.create("http://localhost/"), HttpHeaders.of(Map.of(), (name, value) -> true), "");
        return new RecordedAttempt(recording, recording.main(), request, null, new AtomicReference<>(), 0);
    }
}
