package com.example.quickstart;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything orders-service has around it in production: upstreams, database and environment variables. */
final class World implements AutoCloseable {

    private final Upstreams upstreams = new Upstreams();
    private final Database database;

    World() {
        try {
            database = new Database();
        } catch (RuntimeException e) {
            upstreams.close();
            throw e;
        }
    }

    Upstreams upstreams() {
        return upstreams;
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.putAll(upstreams.environment());
        environment.putAll(database.environment());
        environment.put("PAYMENT_API_KEY", "pk_live_4e1b7a90c2");
        environment.put("ORDERS_TOKEN_SECRET", "token-secret-63d08f5e1c");
        environment.put("SERVER_PORT", "0");
        return environment;
    }

    Service launch(Path jar, Path log, String... jvmArguments) {
        return Service.launch(jar, log, environment(), List.of(jvmArguments));
    }

    @Override
    public void close() {
        upstreams.close();
        database.close();
    }
}
