package io.fluxrun.boundary.log;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** A method that returns the formatted text: of itself, or of the record that it is given. */
final class TextHook implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return LogCall.about(arguments.length == 0 ? self : arguments[0]);
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (result != null) {
            ((LogCall) token).formatted((String) result);
        }
        return null;
    }
}
