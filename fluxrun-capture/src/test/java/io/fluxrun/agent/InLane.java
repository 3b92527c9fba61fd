package io.fluxrun.agent;

import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import io.fluxrun.scope.Session;
import java.util.concurrent.Callable;

/** Runs something in the main lane of a session. */
final class InLane {
    private InLane() {}

    static <T> T of(Session session, Callable<T> body) throws Exception {
        Scope.sessionOpened();
        var before = Scope.bind(Lane.main(session));
        try {
            return body.call();
        } finally {
            Scope.restore(before);
            HandOver.forget(session);
            Scope.sessionClosed();
        }
    }
}
