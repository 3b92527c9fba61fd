package io.fluxrun.boundary.http.wire;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.LenientUrl;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections that could not be opened: exchanges whose request was never sent, because nobody had asked for it yet. */
public final class Connecting {
    private Connecting() {}

    public static void failed(
            Recording recording, Lane lane, String method, String url, long startedNanos, Throwable thrown) {
        recording.exchange(
                lane,
                HttpText.BOUNDARY,
                HttpText.operation(method, LenientUrl.of(url)),
                HttpText.isWrite(method),
                startedNanos,
                () -> unsent(method, url),
                () -> Answer.of(Thrown.of(thrown)));
    }

    /** Returns what connecting for this request failed with in the recorded run, {@code null} if it did not. */
    public static @Nullable Thrown replayed(Lane lane, String method, String url) {
        var replaying = (Replaying) lane.session();
        String operation = HttpText.operation(method, LenientUrl.of(url));
        Value request = unsent(method, url);
        return replaying.isNext(lane, HttpText.BOUNDARY, operation, request)
                        && replaying.ask(lane, HttpText.BOUNDARY, operation, HttpText.isWrite(method), request)
                                instanceof Answer.Failure failure
                ? failure.thrown()
                : null;
    }

    /** Returns a request that was never sent. */
    public static Value unsent(String method, String url) {
        return Value.fields()
                .put("method", method)
                .put("url", url)
                .put("headers", Value.list(List.of()))
                .put("body", Value.NULL)
                .put("sent", Value.of(false))
                .build();
    }
}
