package io.fluxrun.boundary.http.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What lies below {@link HttpClient} in the JDK: one {@code MultiExchange} per call, one {@code Exchange} per attempt
 * (redirect, authentication, retry), one {@code Response} per head. The names are the same in Java 17 and 25.
 */
final class JdkInternals {
    static final String PACKAGE = "jdk.internal.net.http.";

    private static final @Nullable JdkInternals FOUND;
    private static final @Nullable String MISSING;

    static {
        JdkInternals found = null;
        String missing = null;
        try {
            found = new JdkInternals();
        } catch (ReflectiveOperationException | RuntimeException e) {
            missing = e.toString();
        }
        FOUND = found;
        MISSING = missing;
    }

    private final MethodHandle handlerOfCall;
    private final MethodHandle handlerOfAttempt;
    private final MethodHandle cancellation;
    private final MethodHandle requestOfCall;
    private final MethodHandle requestOfAttempt;
    private final MethodHandle systemHeaders;
    private final MethodHandle builtHeaders;
    private final MethodHandle webSocket;
    private final MethodHandle statusCode;
    private final MethodHandle headers;
    private final MethodHandle version;
    private final MethodHandle newResponse;

    private JdkInternals() throws ReflectiveOperationException {
        Class<?> call = type("MultiExchange");
        Class<?> attempt = type("Exchange");
        Class<?> request = type("HttpRequestImpl");
        Class<?> response = type("Response");
        MethodHandles.Lookup inside = MethodHandles.privateLookupIn(call, MethodHandles.lookup());
        MethodHandle handler = inside.findGetter(call, "responseHandler", java.net.http.HttpResponse.BodyHandler.class);
        handlerOfCall = handler.asType(MethodType.methodType(Object.class, Object.class));
        handlerOfAttempt = MethodHandles.filterReturnValue(inside.findGetter(attempt, "multi", call), handler)
                .asType(MethodType.methodType(Object.class, Object.class));
        cancellation = MethodHandles.filterReturnValue(
                        inside.findGetter(attempt, "multi", call),
                        inside.findGetter(call, "interrupted", AtomicReference.class))
                .asType(MethodType.methodType(AtomicReference.class, Object.class));
        MethodType toRequest = MethodType.methodType(HttpRequest.class, Object.class);
        requestOfCall = inside.findGetter(call, "request", request).asType(toRequest);
        requestOfAttempt = inside.findGetter(attempt, "request", request).asType(toRequest);
        Class<?> builder = type("common.HttpHeadersBuilder");
        systemHeaders = inside.findVirtual(request, "getSystemHeadersBuilder", MethodType.methodType(builder))
                .asType(MethodType.methodType(Object.class, HttpRequest.class));
        builtHeaders = inside.findVirtual(builder, "build", MethodType.methodType(HttpHeaders.class))
                .asType(MethodType.methodType(HttpHeaders.class, Object.class));
        webSocket = inside.findVirtual(request, "isWebSocket", MethodType.methodType(boolean.class))
                .asType(MethodType.methodType(boolean.class, HttpRequest.class));
        statusCode = inside.findGetter(response, "statusCode", int.class)
                .asType(MethodType.methodType(int.class, Object.class));
        headers = inside.findGetter(response, "headers", HttpHeaders.class)
                .asType(MethodType.methodType(HttpHeaders.class, Object.class));
        version = inside.findGetter(response, "version", HttpClient.Version.class)
                .asType(MethodType.methodType(HttpClient.Version.class, Object.class));
        MethodHandle constructor = inside.findConstructor(
                response,
                MethodType.methodType(
                        void.class,
                        request,
                        attempt,
                        HttpHeaders.class,
                        type("HttpConnection"),
                        int.class,
                        HttpClient.Version.class));
        newResponse = MethodHandles.insertArguments(constructor, 3, new Object[] {null})
                .asType(MethodType.methodType(
                        Object.class,
                        HttpRequest.class,
                        Object.class,
                        HttpHeaders.class,
                        int.class,
                        HttpClient.Version.class));
    }

    /** Returns why the JDK's client cannot be seen into, {@code null} if it can. */
    static @Nullable String missing() {
        return MISSING;
    }

    static JdkInternals get() {
        if (FOUND == null) {
            throw new IllegalStateException("java.net.http is closed to FluxRun: " + MISSING);
        }
        return FOUND;
    }

    /** Returns the body handler that a call was sent with: FluxRun's own, if the call is of a run. */
    Object handlerOfCall(Object multiExchange) throws Throwable {
        return handlerOfCall.invokeExact(multiExchange);
    }

    Object handlerOfAttempt(Object exchange) throws Throwable {
        return handlerOfAttempt.invokeExact(exchange);
    }

    /** Returns where the client keeps that the application has cancelled an attempt's call. */
    AtomicReference<?> cancellation(Object exchange) throws Throwable {
        return (AtomicReference) cancellation.invokeExact(exchange);
    }

    HttpRequest requestOfCall(Object multiExchange) throws Throwable {
        return (HttpRequest) requestOfCall.invokeExact(multiExchange);
    }

    HttpRequest requestOfAttempt(Object exchange) throws Throwable {
        return (HttpRequest) requestOfAttempt.invokeExact(exchange);
    }

    /** Returns where the client keeps what it, its cookie handler and authenticator add to the application's headers. */
    Object systemHeaders(HttpRequest request) throws Throwable {
        return (Object) systemHeaders.invokeExact(request);
    }

    /** Returns a copy of what {@link #systemHeaders} has returned. */
    HttpHeaders headers(Object systemHeaders) {
        try {
            return (HttpHeaders) builtHeaders.invokeExact(systemHeaders);
        } catch (Throwable e) {
            throw new IllegalStateException("the client's headers cannot be copied", e);
        }
    }

    /** Whether this request opens a WebSocket; only the client's own requests do. */
    boolean opensWebSocket(HttpRequest request) throws Throwable {
        return request.getClass().getName().equals(PACKAGE + "HttpRequestImpl")
                && (boolean) webSocket.invokeExact(request);
    }

    ResponseHead head(Object response) {
        try {
            return new ResponseHead(
                    (int) statusCode.invokeExact(response),
                    (HttpClient.Version) version.invokeExact(response),
                    (HttpHeaders) headers.invokeExact(response));
        } catch (Throwable e) {
            throw new IllegalStateException("a getter of " + PACKAGE + "Response failed", e);
        }
    }

    /** Returns a response of the client's own type that came over no connection. */
    Object newResponse(HttpRequest request, Object exchange, ResponseHead head) throws Throwable {
        return (Object) newResponse.invokeExact(request, exchange, head.headers(), head.statusCode(), head.version());
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name, false, HttpClient.class.getClassLoader());
    }
}
