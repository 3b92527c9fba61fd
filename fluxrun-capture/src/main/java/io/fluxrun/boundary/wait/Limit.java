package io.fluxrun.boundary.wait;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;

/** How a method's last arguments say for how long it waits at most. */
public enum Limit {
    /** An amount and its unit. */
    UNIT {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return ((TimeUnit) arguments[arguments.length - 1]).toNanos((Long) arguments[arguments.length - 2]);
        }

        @Override
        void extend(Object[] arguments) {
            arguments[arguments.length - 2] = STALLED.toMillis();
            arguments[arguments.length - 1] = TimeUnit.MILLISECONDS;
        }
    },
    /** An amount of the unit that the method belongs to. */
    AMOUNT {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return ((TimeUnit) arguments[0]).toNanos((Long) arguments[1]);
        }

        @Override
        void extend(Object[] arguments) {
            arguments[1] = STALLED.toMillis();
            arguments[0] = TimeUnit.MILLISECONDS;
        }
    },
    MILLIS {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return TimeUnit.MILLISECONDS.toNanos((Long) arguments[arguments.length - 1]);
        }

        @Override
        void extend(Object[] arguments) {
            arguments[arguments.length - 1] = STALLED.toMillis();
        }
    },
    MILLIS_NANOS {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return TimeUnit.MILLISECONDS.toNanos((Long) arguments[arguments.length - 2])
                    + (Integer) arguments[arguments.length - 1];
        }

        @Override
        void extend(Object[] arguments) {
            arguments[arguments.length - 2] = STALLED.toMillis();
        }
    },
    NANOS {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return (Long) arguments[arguments.length - 1];
        }

        @Override
        void extend(Object[] arguments) {
            arguments[arguments.length - 1] = STALLED.toNanos();
        }
    },
    DURATION {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return TimeUnit.NANOSECONDS.convert((Duration) arguments[arguments.length - 1]);
        }

        @Override
        void extend(Object[] arguments) {
            arguments[arguments.length - 1] = STALLED;
        }
    },
    UNTIL_MILLIS {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return until((Long) arguments[arguments.length - 1], now);
        }

        @Override
        void extend(Object[] arguments) {
            arguments[arguments.length - 1] = System.currentTimeMillis() + STALLED.toMillis();
        }
    },
    UNTIL_DATE {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return until(((Date) arguments[arguments.length - 1]).toInstant().toEpochMilli(), now);
        }

        @Override
        void extend(Object[] arguments) {
            arguments[arguments.length - 1] = Date.from(Instant.now().plus(STALLED));
        }
    };

    /** Something that came in time is waited for so long, in real time: what has not come by then will never come. */
    static final Duration STALLED = Duration.ofSeconds(10);

    private static long until(long epochMilli, Instant now) {
        return Duration.between(now, Instant.ofEpochMilli(epochMilli)).toNanos();
    }

    abstract long nanos(Object[] arguments, Instant now);

    abstract void extend(Object[] arguments);
}
