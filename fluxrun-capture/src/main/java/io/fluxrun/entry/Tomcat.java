package io.fluxrun.entry;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tomcat 10.1 and 11, as seen from a class loader that does not see it: the calls FluxRun makes, found once. */
final class Tomcat {
    /** A note of the coyote request that Tomcat does not use; it has 32. */
    private static final int NOTE = 31;

    /** The note with the connector's request. */
    private static final int ADAPTER_NOTE = 1;

    private static final ClassValue<Tomcat> BY_COYOTE_REQUEST = new ClassValue<>() {
        @Override
        protected Tomcat computeValue(Class<?> coyoteRequest) {
            return new Tomcat(coyoteRequest);
        }
    };

    private static final ClassValue<Call> COYOTE_REQUEST_OF = new ClassValue<>() {
        @Override
        protected Call computeValue(Class<?> connectorRequest) {
            return Call.to(connectorRequest, "getCoyoteRequest");
        }
    };

    private static final ClassValue<Call> BYTE_BUFFER_OF = new ClassValue<>() {
        @Override
        protected Call computeValue(Class<?> handler) {
            return Call.to(interfaceMethod(handler, "getByteBuffer"));
        }
    };

    private final Call setNote;
    private final Call getNote;
    private final Call method;
    private final Call requestUri;
    private final Call queryString;
    private final Call requestHeaders;
    private final Call contentLength;
    private final Call action;
    private final Call remotePort;
    private final Call response;
    private final Call status;
    private final Call responseHeaders;
    private final Call headerCount;
    private final Call headerName;
    private final Call headerValue;
    private final Call headerNamed;
    private final Call isAsync;
    private final Call attribute;
    private final Object remotePortAction;

    private Tomcat(Class<?> request) {
        setNote = Call.to(request, "setNote", int.class, Object.class);
        getNote = Call.to(request, "getNote", int.class);
        method = Call.to(Arrays.stream(request.getMethods())
                .filter(candidate -> candidate.getParameterCount() == 0)
                .filter(candidate -> candidate.getName().equals("getMethod")
                        || candidate.getName().equals("method"))
                .findFirst()
                .orElseThrow());
        requestUri = Call.to(request, "requestURI");
        queryString = Call.to(request, "queryString");
        requestHeaders = Call.to(request, "getMimeHeaders");
        contentLength = Call.to(request, "getContentLengthLong");
        remotePort = Call.to(request, "getRemotePort");
        Class<?> actions = load(request, "org.apache.coyote.ActionCode");
        action = Call.to(request, "action", actions, Object.class);
        remotePortAction = Arrays.stream(actions.getEnumConstants())
                .filter(constant -> constant.toString().equals("REQ_REMOTEPORT_ATTRIBUTE"))
                .findFirst()
                .orElseThrow();
        response = Call.to(request, "getResponse");
        Class<?> responseType = load(request, "org.apache.coyote.Response");
        status = Call.to(responseType, "getStatus");
        responseHeaders = Call.to(responseType, "getMimeHeaders");
        Class<?> headers = load(request, "org.apache.tomcat.util.http.MimeHeaders");
        headerCount = Call.to(headers, "size");
        headerName = Call.to(headers, "getName", int.class);
        headerValue = Call.to(headers, "getValue", int.class);
        headerNamed = Call.to(headers, "getHeader", String.class);
        Class<?> connectorRequest = load(request, "org.apache.catalina.connector.Request");
        isAsync = Call.to(connectorRequest, "isAsync");
        attribute = Call.to(connectorRequest, "getAttribute", String.class);
    }

    static Tomcat of(Object coyoteRequest) {
        return BY_COYOTE_REQUEST.get(coyoteRequest.getClass());
    }

    static Object coyoteRequest(Object connectorRequest) {
        return Objects.requireNonNull(
                COYOTE_REQUEST_OF.get(connectorRequest.getClass()).on(connectorRequest));
    }

    static java.nio.@Nullable ByteBuffer buffer(Object handler) {
        return (java.nio.ByteBuffer) BYTE_BUFFER_OF.get(handler.getClass()).on(handler);
    }

    void note(Object request, @Nullable Object value) {
        setNote.on(request, NOTE, value);
    }

    @Nullable
    Object note(Object request) {
        return getNote.on(request, NOTE);
    }

    String method(Object request) {
        return String.valueOf(method.on(request));
    }

    String path(Object request) {
        return String.valueOf(requestUri.on(request));
    }

    /** Returns the query string as on the wire, {@code null} if there is none. */
    @Nullable
    String query(Object request) {
        Object query = queryString.on(request);
        return query == null ? null : query.toString();
    }

    int remotePort(Object request) {
        action.on(request, remotePortAction, request);
        return (int) Objects.requireNonNull(remotePort.on(request));
    }

    /** Returns the length that the client announced, -1 if it did not. */
    long contentLength(Object request) {
        return (long) Objects.requireNonNull(contentLength.on(request));
    }

    Object response(Object request) {
        return Objects.requireNonNull(response.on(request));
    }

    int status(Object response) {
        return (int) Objects.requireNonNull(status.on(response));
    }

    /** Returns whether the request goes on after its thread has left it. */
    boolean goesOn(Object request) {
        Object connectorRequest = getNote.on(request, ADAPTER_NOTE);
        return connectorRequest != null && Boolean.TRUE.equals(isAsync.on(connectorRequest));
    }

    @Nullable
    Object attribute(Object connectorRequest, String name) {
        return attribute.on(connectorRequest, name);
    }

    @Nullable
    String requestHeader(Object request, String name) {
        return (String) headerNamed.on(Objects.requireNonNull(requestHeaders.on(request)), name);
    }

    List<List<String>> requestHeaders(Object request) {
        return headers(Objects.requireNonNull(requestHeaders.on(request)));
    }

    List<List<String>> responseHeaders(Object response) {
        return headers(Objects.requireNonNull(responseHeaders.on(response)));
    }

    private List<List<String>> headers(Object headers) {
        var copies = new ArrayList<List<String>>();
        int count = (int) Objects.requireNonNull(headerCount.on(headers));
        for (int i = 0; i < count; i++) {
            copies.add(List.of(String.valueOf(headerName.on(headers, i)), String.valueOf(headerValue.on(headers, i))));
        }
        return copies;
    }

    private static Class<?> load(Class<?> neighbour, String name) {
        try {
            return Class.forName(name, false, neighbour.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(name + " is missing: FluxRun knows Tomcat 10.1 and 11", missing);
        }
    }

    /** The handler's class need not be public. */
    private static Method interfaceMethod(Class<?> type, String name) {
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            for (Class<?> parent : next.getInterfaces()) {
                for (Method candidate : parent.getMethods()) {
                    if (candidate.getName().equals(name) && candidate.getParameterCount() == 0) {
                        return candidate;
                    }
                }
            }
        }
        throw new IllegalStateException(type.getName() + " has no method " + name);
    }
}
