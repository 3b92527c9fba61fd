package io.fluxrun.boundary.wait;

import io.fluxrun.hook.Hook;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a method says that its time was over. */
public enum Late {
    TIMEOUT_EXCEPTION {
        @Override
        Object[] outcome() {
            return Hook.fail(new TimeoutException());
        }
    },
    FALSE {
        @Override
        Object[] outcome() {
            return Hook.answer(false);
        }
    },
    NULL {
        @Override
        Object[] outcome() {
            return Hook.answer(null);
        }
    },
    /** Nothing is left of the time, or no stamp was given. */
    ZERO {
        @Override
        Object[] outcome() {
            return Hook.answer(0L);
        }
    },
    /** The thread still lives. */
    ALIVE {
        @Override
        Object[] outcome() {
            return Hook.answer(null);
        }
    },
    /** It does not say; the clock does. */
    ELAPSED {
        @Override
        Object[] outcome() {
            return Hook.answer(null);
        }
    };

    /** Returns what the method gives when its time is over. */
    abstract Object[] outcome();

    boolean is(Object[] arguments, @Nullable Object result, @Nullable Throwable thrown, boolean elapsed) {
        if (thrown != null) {
            return this == TIMEOUT_EXCEPTION && thrown instanceof TimeoutException;
        }
        return switch (this) {
            case TIMEOUT_EXCEPTION -> false;
            case FALSE -> Boolean.FALSE.equals(result);
            case NULL -> result == null;
            case ZERO -> result instanceof Long number && number <= 0;
            case ALIVE -> Stream.of(arguments).anyMatch(one -> one instanceof Thread thread && thread.isAlive());
            case ELAPSED -> elapsed;
        };
    }
}
