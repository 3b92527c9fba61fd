package com.acme.spring;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A service on a real port that asks its stock through a boundary by hand. */
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
}
