package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Public keys of an issuer as Nimbus holds them: the ones that were cached, or what the issuer then said. */
final class JwksHook extends StateHook {
    private static final String KEYS = "keys";
    private static final String KEY_TYPE = "com.nimbusds.jose.jwk.JWK";

    @Override
    boolean recordsFailures() {
        return true;
    }

    @Override
    Question question(Object self, @Nullable Object[] arguments) {
        var selector = Objects.requireNonNull(arguments[0], "selector");
        var request = Value.fields()
                .put("matcher", String.valueOf(call(selector, "getMatcher")))
                .build();
        return new Question("JWKS", request);
    }

    @Override
    Value answer(Asked asked, @Nullable Object result) {
        var keys = new ArrayList<Value>();
        if (result instanceof List<?> found) {
            for (Object key : found) {
                if (Boolean.TRUE.equals(call(key, "isPrivate"))) {
                    // A fixture is committed.
                    throw new IllegalStateException("a private key in a JWK set is not recorded");
                }
                keys.add(Value.of(String.valueOf(call(key, "toJSONString"))));
            }
        }
        return Value.fields().put(KEYS, Value.list(keys)).build();
    }

    @Override
    Object[] replayed(Object self, @Nullable Object[] arguments, Value answer) throws ReflectiveOperationException {
        var parse =
                Class.forName(KEY_TYPE, true, self.getClass().getClassLoader()).getMethod("parse", String.class);
        var keys = new ArrayList<Object>();
        for (Value key : answer.get(KEYS).items()) {
            keys.add(parse.invoke(null, key.requireText()));
        }
        return Hook.answer(keys);
    }

    @Override
    Thrown failure(Throwable thrown) {
        return StateFailure.described(thrown);
    }

    @Override
    Throwable failed(Object self, Thrown thrown) {
        return StateFailure.rebuilt(thrown, self.getClass().getClassLoader());
    }

    private static @Nullable Object call(Object target, String method) {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method + " on " + target.getClass().getName() + " failed", e);
        }
    }
}
