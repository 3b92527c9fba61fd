package com.acme.sites;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process of somebody else's making, which has ended or never does. */
final class ForeignProcess extends Process {
    private final CountDownLatch end;

    ForeignProcess(boolean ended) {
        end = new CountDownLatch(ended ? 0 : 1);
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        return end.await(timeout, unit);
    }

    @Override
    public int waitFor() throws InterruptedException {
        end.await();
        return 0;
    }

    @Override
    public int exitValue() {
        return 0;
    }

    @Override
    public void destroy() {}

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }
}
