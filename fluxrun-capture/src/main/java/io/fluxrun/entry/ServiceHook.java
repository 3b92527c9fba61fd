package io.fluxrun.entry;

import io.fluxrun.hook.Hook;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RunRecording;
import io.fluxrun.scope.Arrivals;
import io.fluxrun.scope.Lane;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code CoyoteAdapter.service}: the first moment at which a request is parsed, and after all its error handling. */
final class ServiceHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        boolean replaying = Arrivals.any();
        Recorder recorder = Recorder.active();
        if (!replaying && recorder == null) {
            return null;
        }
        Object request = Objects.requireNonNull(arguments[0]);
        Tomcat tomcat = Tomcat.of(request);
        Lane lane = replaying ? Arrivals.from(tomcat.remotePort(request)) : null;
        TomcatEntry entry = lane == null ? recorded(recorder, tomcat, request) : new ReplayedRequest(lane);
        if (entry == null) {
            return null;
        }
        try {
            return Visit.first(tomcat, request, entry);
        } catch (Throwable failure) {
            entry.abandon();
            throw failure;
        }
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        ((Visit) token).leave();
        return null;
    }

    private static @Nullable TomcatEntry recorded(@Nullable Recorder recorder, Tomcat tomcat, Object request) {
        RunRecording run = recorder == null ? null : recorder.open();
        if (run == null) {
            return null;
        }
        try {
            return new RecordedRequest(run, tomcat, request);
        } catch (Throwable failure) {
            run.abandon();
            throw failure;
        }
    }
}
