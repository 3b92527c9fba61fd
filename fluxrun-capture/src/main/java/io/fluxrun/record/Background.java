package io.fluxrun.record;

import io.fluxrun.scope.Scope;

/** FluxRun's own threads: daemons that belong to no run and hold on to no class loader of the application. */
final class Background {
    private Background() {}

    static Thread start(String name, Runnable work) {
        var thread = unstarted(name, work);
        thread.setDaemon(true);
        // Nobody in a lane hands it over.
        var before = Scope.suspend();
        try {
            thread.start();
        } finally {
            Scope.restore(before);
        }
        return thread;
    }

    static Thread unstarted(String name, Runnable work) {
        var thread = new Thread(
                () -> {
                    var before = Scope.suspend();
                    try {
                        work.run();
                    } finally {
                        Scope.restore(before);
                    }
                },
                name);
        thread.setContextClassLoader(null);
        return thread;
    }
}
