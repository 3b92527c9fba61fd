package com.acme;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** An executor of the application's own: one thread, which is older than any run. */
public final class OldThread implements Executor {
    public static final OldThread ONE = new OldThread();

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    private OldThread() {
        var thread = new Thread(this::work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                tasks.take().run();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
