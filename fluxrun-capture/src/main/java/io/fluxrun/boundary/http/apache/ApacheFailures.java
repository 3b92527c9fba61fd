package io.fluxrun.boundary.http.apache;

import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.run.Thrown;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Failures to connect, which the client has exceptions of its own for. */
final class ApacheFailures {
    private static final Pattern ADDRESSES = Pattern.compile(" \\[([^\\]]+)\\] ");

    private final String exceptions;

    /** @param exceptions the package of the client's own */
    ApacheFailures(String exceptions) {
        this.exceptions = exceptions;
    }

    /** @param host that was to be connected to, of the client's own type */
    Throwable rebuild(Thrown thrown, Object host) {
        int dot = thrown.type().lastIndexOf('.');
        if (dot < 0 || !thrown.type().substring(0, dot).equals(exceptions)) {
            return Failures.rebuild(thrown);
        }
        Throwable cause = thrown.cause() == null ? null : Failures.rebuild(thrown.cause());
        try {
            Class<?> type = Class.forName(thrown.type(), false, host.getClass().getClassLoader());
            Throwable rebuilt = create(type.asSubclass(IOException.class), thrown, cause, host);
            if (rebuilt != null) {
                return rebuilt;
            }
        } catch (ReflectiveOperationException | LinkageError | ClassCastException unknownHere) {
            // As any other that this JVM does not know.
        }
        return Failures.rebuild(thrown);
    }

    private static @Nullable Throwable create(
            Class<? extends IOException> type, Thrown thrown, @Nullable Throwable cause, Object host)
            throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getConstructors()) {
            Class<?>[] parameters = constructor.getParameterTypes();
            if (parameters.length == 3 && parameters[2] == InetAddress[].class && parameters[0] == IOException.class) {
                return (Throwable) constructor.newInstance(cause, host, addresses(thrown.message()));
            }
        }
        var withMessage = type.getConstructor(String.class).newInstance(thrown.message());
        return cause == null ? withMessage : withMessage.initCause(cause);
    }

    /** Out of a message of the older generation, which writes itself: {@code Connect to h:80 [h/127.0.0.1] failed: …}. */
    private static InetAddress[] addresses(@Nullable String message) {
        var listed = ADDRESSES.matcher(String.valueOf(message));
        var addresses = new ArrayList<InetAddress>();
        for (String address : listed.find() ? listed.group(1).split(", ", -1) : new String[0]) {
            int slash = address.indexOf('/');
            byte[] bytes = literal(address.substring(slash + 1));
            if (bytes != null) {
                addresses.add(named(slash <= 0 ? null : address.substring(0, slash), bytes));
            }
        }
        return addresses.toArray(InetAddress[]::new);
    }

    private static byte @Nullable [] literal(String address) {
        boolean isLiteral = address.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
        try {
            return isLiteral ? InetAddress.getByName(address).getAddress() : null;
        } catch (IOException notOne) {
            return null;
        }
    }

    private static InetAddress named(@Nullable String name, byte[] bytes) {
        try {
            return InetAddress.getByAddress(name, bytes);
        } catch (IOException wrongLength) {
            throw new IllegalArgumentException(wrongLength);
        }
    }
}
