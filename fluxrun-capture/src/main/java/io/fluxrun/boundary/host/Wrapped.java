package io.fluxrun.boundary.host;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The handler of a wrapped object's proxy. An agent in a class loader of its own knows nothing of this library's lanes: it
 * hooks {@link #invoke}, which then sees no lane.
 */
final class Wrapped implements InvocationHandler {
    private final Object instance;

    Wrapped(Object instance) {
        this.instance = instance;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Lane lane = Scope.current();
        @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
        Object entered = lane == null ? null : WrappedHook.entered(lane, proxy, method, given);
        if (entered instanceof Object[] outcome) {
            return outcome(outcome);
        }
        if (!(entered instanceof HostCall call)) {
            return call(method, given);
        }
        Object result = null;
        Throwable thrown = null;
        try {
            result = call(method, given);
        } catch (Throwable e) {
            thrown = e;
        }
        @Nullable Object[] replaced = call.exit(given, result, thrown);
        return outcome(replaced == null ? new @Nullable Object[] {result, thrown} : replaced);
    }

    private @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            if (!method.canAccess(instance)) {
                method.setAccessible(true);
            }
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static @Nullable Object outcome(@Nullable Object[] outcome) throws Throwable {
        if (outcome[1] instanceof Throwable thrown) {
            throw thrown;
        }
        return outcome[0];
    }
}
