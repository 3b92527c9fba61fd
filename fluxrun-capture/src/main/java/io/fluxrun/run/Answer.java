package io.fluxrun.run;

/** How an exchange ended: the outside world answered, or the call threw. */
public sealed interface Answer {

    /** The outside world answered; an HTTP 503 is a response too. */
    record Response(Value value) implements Answer {}

    /** The call threw. */
    record Failure(Thrown thrown) implements Answer {}

    static Answer of(Value value) {
        return new Response(value);
    }

    static Answer of(Thrown thrown) {
        return new Failure(thrown);
    }
}
