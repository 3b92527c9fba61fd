package io.fluxrun.boundary.host;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** {@code Wrapped.invoke(proxy, method, arguments)}, of whatever class loader: only the JDK's types are used. */
final class WrappedHook implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        return lane == null || arguments[0] == null || !(arguments[1] instanceof Method method)
                ? null
                : entered(lane, arguments[0], method, given(arguments));
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        return ((HostCall) token).exit(given(arguments), result, thrown);
    }

    /** Returns what {@link Hook#enter} does. */
    static @Nullable Object entered(Lane lane, Object proxy, Method method, @Nullable Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return null;
        }
        Class<?> type = proxy.getClass().getInterfaces()[0];
        var found = Marks.ANNOTATED.find(type, method);
        return HostCall.enter(lane, HostMethod.of(type, method, found != null && found.write(), proxy), arguments);
    }

    private static @Nullable Object[] given(@Nullable Object[] arguments) {
        return arguments[2] instanceof Object[] given ? given : new Object[0];
    }
}
