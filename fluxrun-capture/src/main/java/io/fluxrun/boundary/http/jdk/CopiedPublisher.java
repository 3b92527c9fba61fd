package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.Aside;
import io.fluxrun.boundary.http.message.BodyCopy;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.scope.Recording;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Publishes what the application's publisher publishes, and keeps a copy of the latest attempt's bytes. */
final class CopiedPublisher implements BodyPublisher {
    final BodyPublisher original;
    private final Recording recording;
    private final Supplier<String> what;
    private volatile @Nullable BodyCopy latest;

    /** Returns the copying publisher of a request's body, {@code null} if it has none. */
    static @Nullable CopiedPublisher of(HttpRequest request, Recording recording) {
        var published = request.bodyPublisher();
        if (published.isEmpty() || published.get().contentLength() == 0) {
            return null;
        }
        return new CopiedPublisher(
                published.get(),
                recording,
                () -> "the request body of " + HttpText.operation(request.method(), request.uri()));
    }

    private CopiedPublisher(BodyPublisher original, Recording recording, Supplier<String> what) {
        this.original = original;
        this.recording = recording;
        this.what = what;
    }

    /** Returns the copy of the newest subscription; {@code null} while nobody has asked for the body. */
    @Nullable
    BodyCopy latest() {
        return latest;
    }

    @Override
    public long contentLength() {
        return original.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        var copy = new BodyCopy(recording, what);
        latest = copy;
        original.subscribe(new Copying(subscriber, copy, recording));
    }

    private record Copying(Flow.Subscriber<? super ByteBuffer> subscriber, BodyCopy copy, Recording recording)
            implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            Aside.run(recording, () -> copy.copy(bytes));
            subscriber.onNext(bytes);
        }

        @Override
        public void onError(Throwable thrown) {
            subscriber.onError(thrown);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
