package com.acme.spring;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Arrivals;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** A service on a real port: asks its stock by hand, and its door does what the entry hook does. */
@SpringBootApplication
public class SpringShop {
    @RestController
    static class Orders {
        private final Environment environment;

        Orders(Environment environment) {
            this.environment = environment;
        }

        @PostMapping("/orders/{id}")
        String order(@PathVariable String id, @RequestBody String body, @RequestHeader("X-Shop") String shop) {
            int stock = ask("GET /stock/" + id);
            if (stock == 503) {
                throw new OutOfStock();
            }
            return String.join(",", id, body, shop, environment.getProperty("REGION", "none"));
        }

        private static int ask(String request) {
            var lane = Scope.current();
            if (lane == null || !(lane.session() instanceof Replaying replaying)) {
                throw new AssertionError("a live call");
            }
            var answer = (Answer.Response) replaying.ask(lane, "shop", request, false, Value.of(request));
            return (int) answer.value().get("status").asLong();
        }
    }

    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    static class OutOfStock extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Bean
    OncePerRequestFilter door() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var lane = Arrivals.from(request.getRemotePort());
                if (lane == null) {
                    chain.doFilter(request, response);
                    return;
                }
                var before = Scope.bind(lane);
                try {
                    chain.doFilter(request, response);
                } finally {
                    Scope.restore(before);
                    ((Replaying) lane.session()).entryEnded(null);
                }
            }
        };
    }
}
