package com.acme;

import io.fluxrun.CaptureRun;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service that hands its work over in every way, and fails with what it saw. */
public final class HandOvers {
    private final Upstream upstream = new Echo();
    private final ExecutorService pool = Executors.newFixedThreadPool(8);

    /** Prints what each way says. */
    public static void main(String[] arguments) {
        var service = new HandOvers();
        if (OldThread.ONE == null) { // before any run
            throw new IllegalStateException();
        }
        for (var way : Concurrency.values()) {
            if (way.isOfThisJdk()) {
                try {
                    service.run(way);
                } catch (Exception failed) {
                    System.out.println(failed.getMessage());
                }
            }
        }
        System.exit(0);
    }

    @CaptureRun
    public void run(Concurrency way) throws Exception {
        throw new OrderFailed(way + ": " + way.run(upstream, pool));
    }

    /** Its calls are declared as exchanges. */
    static final class Echo implements Upstream {
        @Override
        public String call(String request) {
            return "answer " + request + " " + System.identityHashCode(new Object());
        }
    }
}
