package io.fluxrun.entry;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet as a lambda. */
final class Handler extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Body body;

    Handler(Body body) {
        this.body = body;
    }

    interface Body {
        void handle(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        body.handle(request, response);
    }
}
