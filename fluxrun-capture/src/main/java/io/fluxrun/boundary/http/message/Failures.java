package io.fluxrun.boundary.http.message;

import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Recorded failures, and the exceptions that they become again on replay. */
public final class Failures {
    /** A type from a fixture is only looked up in the JDK's own packages that clients throw from. */
    private static final Set<String> PACKAGES = Set.of(
            "java.io",
            "java.lang",
            "java.net",
            "java.net.http",
            "java.nio.channels",
            "java.nio.charset",
            "java.security.cert",
            "java.util.concurrent",
            "javax.net.ssl",
            "jdk.internal.net.http.common",
            "sun.security.validator",
            "sun.security.provider.certpath");

    private Failures() {}

    /** Returns the failure of an exchange that had no answer when its run closed. */
    public static Thrown unanswered() {
        return new Thrown(
                CancellationException.class.getName(),
                "the run closed before the answer came",
                List.of(),
                Value.NULL,
                null);
    }

    /** Returns the failure of an exchange whose connection was closed by the other side, which is no exception yet. */
    public static Thrown closed(Value response) {
        return new Thrown(EOFException.class.getName(), "the connection was closed", List.of(), response, null);
    }

    /** Whether the other side closed the connection. */
    public static boolean isClosed(Thrown thrown) {
        return thrown.type().equals(EOFException.class.getName());
    }

    /** Whether the application never saw an end of the exchange, or made that end itself by cancelling. */
    public static boolean isPending(Thrown thrown) {
        return thrown.type().equals(CancellationException.class.getName());
    }

    /** Returns what a future's wrapper wraps. */
    public static Throwable cause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause != null && (thrown instanceof CompletionException || thrown instanceof ExecutionException)
                ? cause
                : thrown;
    }

    /** Returns the exception as it was; one that the JDK does not know is an IOException which names it. */
    public static Throwable rebuild(Thrown thrown) {
        Throwable cause = thrown.cause() == null ? null : rebuild(thrown.cause());
        Throwable rebuilt = create(thrown, cause);
        if (rebuilt == null) {
            rebuilt = new IOException(thrown.type() + ": " + thrown.message());
        }
        if (cause != null && rebuilt.getCause() == null) {
            try {
                rebuilt.initCause(cause);
            } catch (IllegalStateException alreadySetToNone) {
                rebuilt.addSuppressed(cause);
            }
        }
        return rebuilt;
    }

    private static @Nullable Throwable create(Thrown thrown, @Nullable Throwable cause) {
        int dot = thrown.type().lastIndexOf('.');
        if (dot < 0 || !PACKAGES.contains(thrown.type().substring(0, dot))) {
            return null;
        }
        try {
            Class<?> type = Class.forName(thrown.type(), false, HttpClient.class.getClassLoader());
            if (!Throwable.class.isAssignableFrom(type)) {
                return null;
            }
            Throwable withMessage = create(type, String.class, thrown.message());
            if (withMessage != null) {
                return withMessage;
            }
            Throwable withCause = cause == null ? null : create(type, Throwable.class, cause);
            return withCause == null ? create(type, null, null) : withCause;
        } catch (ReflectiveOperationException | LinkageError unknownHere) {
            return null;
        }
    }

    private static @Nullable Throwable create(Class<?> type, @Nullable Class<?> parameter, @Nullable Object argument)
            throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            Class<?>[] parameters = constructor.getParameterTypes();
            boolean fits = parameter == null
                    ? parameters.length == 0
                    : List.of(parameters).equals(List.of(parameter));
            if (fits && constructor.trySetAccessible()) {
                return (Throwable) (parameter == null ? constructor.newInstance() : constructor.newInstance(argument));
            }
        }
        return null;
    }
}
