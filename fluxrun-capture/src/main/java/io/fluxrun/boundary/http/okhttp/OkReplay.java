package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.Members;
import io.fluxrun.hook.Hook;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One attempt of a replay. */
final class OkReplay {
    private final Replaying replaying;
    private final Lane lane;
    private final OkRequest request;
    private final OkCalls calls;
    private @Nullable IOException unwritten;

    OkReplay(Replaying replaying, Lane lane, OkRequest request, OkCalls calls) {
        this.replaying = replaying;
        this.lane = lane;
        this.request = request;
        this.calls = calls;
    }

    Object[] answer() throws Throwable {
        Value sent = request.withBody(body());
        Answer answer =
                replaying.ask(lane, HttpText.BOUNDARY, request.operation(), HttpText.isWrite(request.method()), sent);
        if (answer instanceof Answer.Response response) {
            return response(response.value(), null);
        }
        Thrown thrown = ((Answer.Failure) answer).thrown();
        calls.replayed(request.call(), thrown);
        if (!thrown.details().get("status").isNull()) {
            return response(thrown.details(), thrown);
        }
        if (Failures.isPending(thrown)) {
            return Hook.fail(calls.cancelled(request.call(), thrown));
        }
        return Hook.fail(unwritten == null ? Failures.rebuild(thrown) : unwritten);
    }

    /** What the application's own body throws it throws again. */
    private Value body() throws Throwable {
        Object body = request.body();
        if (body == null) {
            return Value.NULL;
        }
        Object buffer = OkTypes.of(request.request()).buffer();
        Lane before = Scope.suspend();
        try {
            Members.call(body, "writeTo", buffer);
        } catch (IOException e) {
            unwritten = e;
        } finally {
            Scope.restore(before);
        }
        var bytes = new ByteArrayOutputStream();
        Members.call(buffer, "copyTo", bytes, 0L, Members.call(buffer, "size"));
        return bytes.size() == 0 ? Value.NULL : Value.of(bytes.toByteArray());
    }

    /** @param failure that ends the body, {@code null} if it ends well */
    private Object[] response(Value response, @Nullable Thrown failure) throws Throwable {
        var body = new OkBody(response, failure, calls, request.call(), this::beyond);
        return Hook.answer(OkTypes.of(request.request())
                .response(request, response, body, replaying.now(lane).toEpochMilli()));
    }

    private Error beyond() {
        return replaying.blocked(
                lane,
                HttpText.BOUNDARY,
                "the rest of the response body of " + request.operation()
                        + ", of which the recording kept only the beginning");
    }
}
