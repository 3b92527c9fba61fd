package com.acme;

import java.lang.reflect.InvocationTargetException;

/** An application's call of a client: outside FluxRun's packages, as a call site is. */
public final class Caller {
    private Caller() {}

    public static void call(Object client, String method) throws Throwable {
        try {
            client.getClass().getMethod(method).invoke(client);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    public static void run(Runnable call) {
        call.run();
    }
}
