package io.fluxrun.entry;

import io.fluxrun.hook.Hook;
import io.fluxrun.record.BootRecording;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RunRecording;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One method whose calls are runs of their own, unless they are made inside a run. */
final class CapturedMethod implements Hook {
    private final String type;
    private final String method;
    private final List<String> parameters;
    private volatile @Nullable String name;

    CapturedMethod(String type, String method, String descriptor) {
        this.type = type;
        this.method = method;
        this.parameters = Descriptor.parameters(descriptor);
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Recorder recorder = Recorder.active();
        if (recorder == null || isInsideARun()) {
            return null;
        }
        RunRecording run = recorder.open();
        if (run == null) {
            return null;
        }
        try {
            Value encoded = Arguments.encoded(arguments, run);
            return new OpenRun(run, nameFor(self), encoded, Scope.bind(run.main()));
        } catch (Throwable failure) {
            run.abandon();
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
        var open = (OpenRun) token;
        Scope.restore(open.before());
        try {
            open.run().end(new MethodEnding(this, open.name(), open.arguments(), result, thrown));
        } catch (Throwable failure) {
            open.run().abandon();
            throw failure;
        }
        return null;
    }

    /** Returns the request of the entry. */
    Value request(Value arguments) {
        return Value.fields()
                .put("type", type)
                .put("method", method)
                .put("parameters", Value.list(parameters, Value::of))
                .put("arguments", arguments)
                .build();
    }

    private static boolean isInsideARun() {
        Lane lane = Scope.current();
        return lane != null && !(lane.session() instanceof BootRecording);
    }

    private String nameFor(@Nullable Object self) {
        String known = name;
        if (known == null) {
            known = AnnotatedName.of(self, type, method, parameters);
            name = known;
        }
        return known;
    }

    /** @param before what was bound to the thread */
    private record OpenRun(
            RunRecording run,
            String name,
            Value arguments,
            @Nullable Lane before) {}
}
