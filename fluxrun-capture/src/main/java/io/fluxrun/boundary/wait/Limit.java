package io.fluxrun.boundary.wait;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
        Object[] with(Object[] arguments, Duration limit) {
            var others = arguments.clone();
            others[arguments.length - 2] = limit.toMillis();
            others[arguments.length - 1] = TimeUnit.MILLISECONDS;
            return others;
        }
    },
    /** An amount of the unit that the method belongs to. */
    AMOUNT {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return ((TimeUnit) arguments[0]).toNanos((Long) arguments[arguments.length - 1]);
        }

        @Override
        Object[] with(Object[] arguments, Duration limit) {
            var others = last(arguments, limit.toMillis());
            others[0] = TimeUnit.MILLISECONDS;
            return others;
        }
    },
    MILLIS {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return TimeUnit.MILLISECONDS.toNanos((Long) arguments[arguments.length - 1]);
        }

        @Override
        Object[] with(Object[] arguments, Duration limit) {
            return last(arguments, limit.toMillis());
        }
    },
    MILLIS_NANOS {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return TimeUnit.MILLISECONDS.toNanos((Long) arguments[arguments.length - 2])
                    + (Integer) arguments[arguments.length - 1];
        }

        @Override
        Object[] with(Object[] arguments, Duration limit) {
            var others = last(arguments, 0);
            others[arguments.length - 2] = limit.toMillis();
            return others;
        }
    },
    NANOS {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return (Long) arguments[arguments.length - 1];
        }

        @Override
        Object[] with(Object[] arguments, Duration limit) {
            return last(arguments, limit.toNanos());
        }
    },
    DURATION {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return TimeUnit.NANOSECONDS.convert((Duration) arguments[arguments.length - 1]);
        }

        @Override
        Object[] with(Object[] arguments, Duration limit) {
            return last(arguments, limit);
        }
    },
    UNTIL_MILLIS {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return until((Long) arguments[arguments.length - 1], now);
        }

        @Override
        Object[] with(Object[] arguments, Duration limit) {
            return last(arguments, System.currentTimeMillis() + limit.toMillis());
        }
    },
    UNTIL_DATE {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return until(((Date) arguments[arguments.length - 1]).toInstant().toEpochMilli(), now);
        }

        @Override
        Object[] with(Object[] arguments, Duration limit) {
            return last(arguments, Date.from(Instant.now().plus(limit)));
        }
    },
    /** It does not wait at all; the method of the same name that does gets an amount and a unit besides. */
    AT_ONCE {
        @Override
        long nanos(Object[] arguments, Instant now) {
            return 0;
        }

        @Override
        Object[] with(Object[] arguments, Duration limit) {
            return UNIT.with(Arrays.copyOf(arguments, arguments.length + 2), limit);
        }
    };

    private static long until(long epochMilli, Instant now) {
        return Duration.between(now, Instant.ofEpochMilli(epochMilli)).toNanos();
    }

    private static Object[] last(Object[] arguments, Object last) {
        var others = arguments.clone();
        others[arguments.length - 1] = last;
        return others;
    }

    abstract long nanos(Object[] arguments, Instant now);

    /** Returns the arguments of the same call with another limit. */
    abstract Object[] with(Object[] arguments, Duration limit);
}
