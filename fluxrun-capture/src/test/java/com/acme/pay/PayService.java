package com.acme.pay;

import io.fluxrun.CaptureRun;
import io.fluxrun.FluxRun;

/** A service that fails with all that it has seen; the library is on its class path, the agent is not. */
public final class PayService {
    /** Named nowhere but in {@code FluxRun.boundary}. */
    private final Kinds.Mailer wrapped =
            FluxRun.boundary(Kinds.Mailer.class, to -> "wrapped " + to + System.nanoTime());

    private final Kinds.Mailer named = new Kinds.RealMailer();
    private final RealGateway gateway = new RealGateway();

    public static void main(String[] arguments) {
        try {
            new PayService().pay();
        } catch (IllegalStateException failed) {
            System.out.println(failed.getMessage());
        }
    }

    /** Runs no method of the outside world in a replay: says how many of them it has run. */
    public int calls() {
        return gateway.calls.get();
    }

    @CaptureRun(name = "pay")
    public void pay() {
        var seen = Checkout.run(gateway);
        seen.add(wrapped.send("a"));
        seen.add(named.send("b"));
        throw new IllegalStateException(String.join("\n", seen));
    }
}
