package io.fluxrun.protect;

import io.fluxrun.run.Value;

/** What is done to every text and value of a run. */
interface Mapping {
    String text(String text);

    Value value(Value value);

    /** A value that is known by a name: a setting, a variable. */
    Value named(String name, Value value);

    /** A reading or a draw. */
    Value sample(Value value);
}
