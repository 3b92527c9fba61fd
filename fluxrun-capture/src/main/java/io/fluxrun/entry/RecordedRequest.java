package io.fluxrun.entry;

import io.fluxrun.record.RunRecording;
import io.fluxrun.scope.Lane;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A request that is being recorded. */
final class RecordedRequest implements TomcatEntry {
    private final RunRecording run;
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final BodyTee requestBody;
    private final BodyTee responseBody;
    private volatile @Nullable Throwable error;

    /** Method, path and query are taken now: a rewriting valve may change them. */
    RecordedRequest(RunRecording run, Tomcat tomcat, Object request) {
        this.run = run;
        this.method = tomcat.method(request);
        this.path = tomcat.path(request);
        this.query = tomcat.query(request);
        this.requestBody = new BodyTee(run, "the request body");
        this.responseBody = new BodyTee(run, "the response body");
    }

    @Override
    public Lane lane() {
        return run.main();
    }

    @Override
    public void handled(Throwable handled) {
        error = handled;
    }

    @Override
    public boolean wantsBodies() {
        return !run.closed();
    }

    @Override
    public void read(ByteBuffer bytes) {
        requestBody.copy(bytes);
    }

    @Override
    public void written(ByteBuffer bytes) {
        responseBody.copy(bytes);
    }

    @Override
    public void end(Tomcat tomcat, Object request) {
        run.end(new RequestEnding(this, tomcat, request));
    }

    @Override
    public void abandon() {
        run.abandon();
    }

    RunRecording run() {
        return run;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String target() {
        return query == null ? path : path + "?" + query;
    }

    @Nullable
    Throwable error() {
        return error;
    }

    BodyTee requestBody() {
        return requestBody;
    }

    BodyTee responseBody() {
        return responseBody;
    }
}
