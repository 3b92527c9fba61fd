package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.Cut;
import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.InLane;
import io.fluxrun.hook.Hook;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One send of a replay: each attempt that the client makes for it is answered from the fixture. */
final class ReplayedCall<T> implements JdkCall<T> {
    private final Replaying replaying;
    private final Lane lane;
    private final BodyHandler<T> handler;
    private final boolean async;
    private @Nullable Reply next;
    private @Nullable Reply current;
    private Replaying.@Nullable Due due;
    private boolean delivering;
    private @Nullable Throwable filterFailure;

    ReplayedCall(Replaying replaying, Lane lane, BodyHandler<T> handler, boolean async) {
        this.replaying = replaying;
        this.lane = lane;
        this.handler = handler;
        this.async = async;
    }

    boolean async() {
        return async;
    }

    /** Asks for the first attempt's answer on the calling thread: in the order in which the application sends. */
    synchronized void askFirst(HttpRequest request) throws Throwable {
        next = ask(request);
    }

    /** Answers {@code Exchange.responseAsync}, whatever happens: what a hook throws would let the client go on. */
    Object[] answer(Object exchange) {
        try {
            return attempt(exchange);
        } catch (DivergedError e) {
            return Hook.answer(CompletableFuture.failedFuture(e));
        } catch (Throwable e) {
            return Hook.answer(CompletableFuture.failedFuture(unplayable(e)));
        }
    }

    /** Latches and returns the error for a call that FluxRun itself cannot answer. */
    DivergedError unplayable(Throwable thrown) {
        DivergedError blocked =
                replaying.blocked(lane, HttpText.BOUNDARY, "an exchange that cannot be played: " + thrown);
        blocked.initCause(thrown);
        return blocked;
    }

    private synchronized Object[] attempt(Object exchange) throws Throwable {
        JdkInternals inside = JdkInternals.get();
        HttpRequest request = inside.requestOfAttempt(exchange);
        Reply reply = next == null ? ask(request) : next;
        next = null;
        current = reply;
        var answer = new CompletableFuture<Object>();
        Object head = reply.head() == null ? null : inside.newResponse(request, exchange, reply.head());
        if (due == null) {
            complete(answer, head, reply);
        } else {
            delivering = true;
            due.whenDue(() -> {
                complete(answer, head, reply);
                if (reply.pending()) {
                    delivered();
                }
            });
        }
        return Hook.answer(answer);
    }

    private static void complete(CompletableFuture<Object> answer, @Nullable Object head, Reply reply) {
        if (head != null) {
            answer.complete(head);
        } else if (!reply.pending()) {
            answer.completeExceptionally(Objects.requireNonNull(reply.failure()));
        }
    }

    @Override
    public synchronized void delivered() {
        if (due != null && delivering) {
            due.delivered();
        }
        delivering = false;
        due = null;
    }

    /** The client's response filters threw. */
    synchronized void filtersFailed(Throwable thrown) {
        filterFailure = thrown;
    }

    /** Having caught what a filter threw, the client cancels the connection, which there is none of on replay. */
    @Override
    public synchronized @Nullable Throwable ended(@Nullable Throwable thrown) {
        if (filterFailure == null || thrown == null || !(Failures.cause(thrown) instanceof NullPointerException)) {
            return thrown;
        }
        return new CompletionException(
                filterFailure instanceof IOException ? filterFailure : new IOException(filterFailure));
    }

    /** Answers {@code Exchange.readBodyAsync}. */
    CompletableFuture<T> readBody() {
        Reply reply;
        synchronized (this) {
            reply = Objects.requireNonNull(current);
        }
        BodySubscriber<T> subscriber = apply(Objects.requireNonNull(reply.head()));
        ReplayedBody.start(subscriber, reply, lane);
        return CompletableFuture.completedFuture(null).thenCompose(nothing -> InLane.get(lane, subscriber::getBody));
    }

    @Override
    public BodySubscriber<T> apply(HttpResponse.ResponseInfo head) {
        return InLane.get(lane, () -> handler.apply(head));
    }

    private Reply ask(HttpRequest request) throws Throwable {
        RequestHead head = RequestHead.of(request);
        var body = PublishedBody.of(request);
        Answer answer = ask(head, head.withBody(body.value(), null));
        if (answer instanceof Answer.Response response) {
            return reply(head, response.value(), null, null);
        }
        Thrown thrown = ((Answer.Failure) answer).thrown();
        Throwable failure = body.failure() == null ? Failures.rebuild(thrown) : body.failure();
        return reply(head, thrown.details(), thrown, failure);
    }

    /** A thread that waits for the answer waits for its turn here; another one must go on. */
    private Answer ask(RequestHead head, Value request) {
        delivered();
        if (!async) {
            return replaying.ask(lane, HttpText.BOUNDARY, head.operation(), head.isWrite(), request);
        }
        due = replaying.askAhead(lane, HttpText.BOUNDARY, head.operation(), head.isWrite(), request);
        return due.answer();
    }

    private Reply reply(RequestHead request, Value response, @Nullable Thrown thrown, @Nullable Throwable failure) {
        byte[] body = response.get("body").bytes();
        return new Reply(
                response.get("status").isNull() ? null : ResponseHead.of(response),
                ByteBuffer.wrap(body == null ? new byte[0] : body).asReadOnlyBuffer(),
                failure,
                thrown != null && Failures.isPending(thrown),
                Arrays.stream(Cut.values())
                        .filter(cut ->
                                cut.text().equals(response.get("truncated").text()))
                        .findFirst()
                        .orElse(null),
                () -> replaying.blocked(
                        lane,
                        HttpText.BOUNDARY,
                        "the rest of the response body of " + request.operation()
                                + ", of which the recording kept only the beginning"));
    }
}
