package io.fluxrun.hook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rewritten call of a clock, a random source or the environment, already made.
 *
 * @param api what was called: {@code java.time.Instant.now()}, or a random source's method alone, {@code nextInt}
 * @param site calling class and method, {@code com.acme.Orders#place}
 * @param real what the call returned
 * @param arguments the receiver, if it has one, and the arguments
 */
public record Call(String api, String site, @Nullable Object real, List<Object> arguments) {
    /** Returns an argument, {@code null} if there are not so many. */
    public @Nullable Object argument(int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    /** What a boundary makes of calls. Thread-safe; whatever it throws is counted and kept from the application. */
    @FunctionalInterface
    public interface Handler {
        /** Returns what the application gets: {@link Call#real()} or another value of the same type. */
        @Nullable
        Object handle(Call call);
    }
}
