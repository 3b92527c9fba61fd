package io.fluxrun.record;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.EnvironmentKind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code PropertySource.getProperty}, for the sources that lie outside the jar. */
final class PropertyReadHook implements Hook {
    private static final String VARIABLES = "systemEnvironment";
    private static final String PROPERTIES = "systemProperties";
    private static final Pattern OUTSIDE = Pattern.compile(
            "commandLineArgs|spring\\.application\\.json|Config resource 'file \\[.*|Config tree '.*", Pattern.DOTALL);

    private static final ClassValue<MethodHandle> NAME_OF = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> source) {
            try {
                return MethodHandles.publicLookup()
                        .unreflect(source.getMethod("getName"))
                        .asType(MethodType.genericMethodType(1));
            } catch (ReflectiveOperationException unknown) {
                throw new IllegalStateException(source.getName() + " is no property source", unknown);
            }
        }
    };

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return self != null && Recorder.active() != null ? this : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws Throwable {
        Recorder recorder = Recorder.active();
        if (recorder != null && result != null && self != null && arguments[0] instanceof String name) {
            String source = (String) (Object) NAME_OF.get(self.getClass()).invokeExact(self);
            record(recorder.boot(), source, name, result);
        }
        return null;
    }

    private static void record(BootRecording boot, String source, String name, Object value) {
        if (source.equals(VARIABLES)) {
            boot.environment(EnvironmentKind.VARIABLE, name, value.toString());
        } else if (source.equals(PROPERTIES)) {
            boot.environment(EnvironmentKind.PROPERTY, name, value.toString());
        } else if (OUTSIDE.matcher(source).matches()) {
            boot.configuration(name, value.toString());
        }
    }
}
