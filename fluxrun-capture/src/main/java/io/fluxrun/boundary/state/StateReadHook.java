package io.fluxrun.boundary.state;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.hook.Hook;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A method that reads state from before the run: of {@link StateMethods}, or marked by the application. */
final class StateReadHook extends StateHook {
    private static final String VALUE = "value";

    private final @Nullable String nameMethod;
    private final String type;
    private final String method;

    StateReadHook(@Nullable String nameMethod) {
        this(nameMethod, "", "");
    }

    private StateReadHook(@Nullable String nameMethod, String type, String method) {
        this.nameMethod = nameMethod;
        this.type = type;
        this.method = method;
    }

    @Override
    public Hook at(String declaring, String name, String descriptor) {
        return new StateReadHook(nameMethod, declaring, name);
    }

    @Override
    boolean recordsFailures() {
        return true;
    }

    @Override
    Question question(Object self, @Nullable Object[] arguments) {
        var keys = new ArrayList<Value>();
        for (Object argument : arguments) {
            keys.add(CacheEntry.key(argument));
        }
        String name = nameMethod == null ? "" : name(self, nameMethod);
        var request = Value.fields()
                .put("type", type)
                .put("method", method)
                .put("name", name)
                .put("arguments", Value.list(keys))
                .build();
        String called = "STATE " + type.substring(type.lastIndexOf('.') + 1) + "." + method;
        return new Question(name.isEmpty() ? called : called + " " + name, request);
    }

    @Override
    Value answer(Asked asked, @Nullable Object result) {
        var value = AppJson.encode(result, type + "." + method);
        // What could not be had back is better known now than in the replay.
        AppJson.decode(value, null, result == null ? ClassLoader.getSystemClassLoader() : loader(result));
        return Value.fields().put(VALUE, value).build();
    }

    @Override
    Object[] replayed(Object self, @Nullable Object[] arguments, Value answer) {
        return Hook.answer(AppJson.decode(answer.get(VALUE), null, loader(self)));
    }

    @Override
    Thrown failure(Throwable thrown) {
        return StateFailure.described(thrown);
    }

    @Override
    Throwable failed(Object self, Thrown thrown) {
        return StateFailure.rebuilt(thrown, loader(self));
    }

    /** Returns the application's class loader: a static method has no object to ask. */
    private static ClassLoader loader(Object object) {
        var own = object instanceof Hook ? null : object.getClass().getClassLoader();
        var context = own == null ? Thread.currentThread().getContextClassLoader() : own;
        return Objects.requireNonNullElse(context, ClassLoader.getSystemClassLoader());
    }

    private static String name(Object self, String method) {
        try {
            return String.valueOf(self.getClass().getMethod(method).invoke(self));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "no " + method + " on " + self.getClass().getName(), e);
        }
    }
}
