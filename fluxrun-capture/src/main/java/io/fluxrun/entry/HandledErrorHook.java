package io.fluxrun.entry;

import io.fluxrun.hook.Hook;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code StandardHostValve.invoke}: the last moment at which the exception is known that a failing answer was made from.
 */
final class HandledErrorHook implements Hook {
    private static final int SERVER_ERROR = 500;

    /** Where the servlet container and Spring leave it. */
    private static final List<String> ATTRIBUTES =
            List.of("jakarta.servlet.error.exception", "org.springframework.web.servlet.DispatcherServlet.EXCEPTION");

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Object request = Tomcat.coyoteRequest(Objects.requireNonNull(arguments[0]));
        return TomcatEntry.of(Tomcat.of(request), request);
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Throwable error = thrown == null ? handled(Objects.requireNonNull(arguments[0])) : thrown;
        if (error != null) {
            ((TomcatEntry) token).handled(error);
        }
        return null;
    }

    private static @Nullable Throwable handled(Object connectorRequest) {
        Object request = Tomcat.coyoteRequest(connectorRequest);
        Tomcat tomcat = Tomcat.of(request);
        if (tomcat.status(tomcat.response(request)) >= SERVER_ERROR) {
            for (String attribute : ATTRIBUTES) {
                if (tomcat.attribute(connectorRequest, attribute) instanceof Throwable error) {
                    return error;
                }
            }
        }
        return null;
    }
}
