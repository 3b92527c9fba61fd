package io.fluxrun.agent;

import io.fluxrun.hook.Hook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several hooks of one method, the first outermost: what an inner one answers is the outcome that an outer one sees. */
record NestedHooks(List<Hook> hooks) implements Hook {
    NestedHooks {
        hooks = List.copyOf(hooks);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NestedHooks that && that.hooks.equals(hooks);
    }

    @Override
    public int hashCode() {
        return hooks.hashCode();
    }

    @Override
    public boolean inLaneOnly() {
        for (var hook : hooks) {
            if (!hook.inLaneOnly()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        var tokens = new Object[hooks.size()];
        boolean any = false;
        for (int i = 0; i < tokens.length; i++) {
            var token = hooks.get(i).enter(self, arguments);
            if (token instanceof Object[] outcome) {
                var replaced = exits(tokens, i, self, arguments, outcome[0], (Throwable) outcome[1]);
                return replaced == null ? outcome : replaced;
            }
            tokens[i] = token;
            any |= token != null;
        }
        return any ? new Entered(tokens) : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws Throwable {
        var tokens = ((Entered) token).tokens;
        return exits(tokens, tokens.length, self, arguments, result, thrown);
    }

    private Object @Nullable [] exits(
            @Nullable Object[] tokens,
            int entered,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws Throwable {
        Object[] replaced = null;
        for (int i = entered - 1; i >= 0; i--) {
            var token = tokens[i];
            if (token != null) {
                var outcome = replaced == null
                        ? hooks.get(i).exit(token, self, arguments, result, thrown)
                        : hooks.get(i).exit(token, self, arguments, replaced[0], (Throwable) replaced[1]);
                replaced = outcome == null ? replaced : outcome;
            }
        }
        return replaced;
    }

    private static final class Entered {
        private final @Nullable Object[] tokens;

        Entered(@Nullable Object[] tokens) {
            this.tokens = tokens;
        }
    }
}
