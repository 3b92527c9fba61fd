package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.InLane;
import io.fluxrun.scope.Lane;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Passes a body on to the application's subscriber and copies it in passing: nothing is read that the application does
 * not ask for, nothing is held back.
 */
final class RecordedBody<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> subscriber;
    private final RecordedAttempt attempt;
    private final Lane lane;

    /** @param lane that the application's subscriber runs in */
    RecordedBody(BodySubscriber<T> subscriber, RecordedAttempt attempt, Lane lane) {
        this.subscriber = subscriber;
        this.attempt = attempt;
        this.lane = lane;
    }

    /** Returns the application's own. */
    BodySubscriber<T> subscriber() {
        return subscriber;
    }

    @Override
    public CompletionStage<T> getBody() {
        return InLane.get(lane, subscriber::getBody);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        InLane.run(lane, () -> subscriber.onSubscribe(new Demand(subscription, attempt)));
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        attempt.aside(() -> attempt.received(buffers));
        InLane.run(lane, () -> subscriber.onNext(buffers));
    }

    @Override
    public void onError(Throwable thrown) {
        attempt.aside(() -> attempt.failed(thrown));
        attempt.aside(attempt::end);
        InLane.run(lane, () -> subscriber.onError(thrown));
    }

    @Override
    public void onComplete() {
        attempt.aside(attempt::bodyCompleted);
        attempt.aside(attempt::end);
        InLane.run(lane, subscriber::onComplete);
    }

    private record Demand(Flow.Subscription subscription, RecordedAttempt attempt) implements Flow.Subscription {
        @Override
        public void request(long n) {
            InLane.suspended(() -> subscription.request(n));
        }

        @Override
        public void cancel() {
            attempt.aside(attempt::abandon);
            InLane.suspended(subscription::cancel);
        }
    }
}
