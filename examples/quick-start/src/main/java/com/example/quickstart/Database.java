package com.example.quickstart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A real PostgreSQL with an empty database for orders-service, which fills it when it starts. */
final class Database implements AutoCloseable {

    private static final String PASSWORD = "pg-9f2c41d07b";

    private final EmbeddedPostgres postgres;

    Database() {
        try {
            postgres = EmbeddedPostgres.start();
            execute("create role orders login password '" + PASSWORD + "'");
            execute("create database orders owner orders");
        } catch (IOException | SQLException e) {
            throw new Unexpected("PostgreSQL could not be started", e);
        }
    }

    Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/orders",
                "SPRING_DATASOURCE_USERNAME",
                "orders",
                "SPRING_DATASOURCE_PASSWORD",
                PASSWORD,
                "SPRING_SQL_INIT_MODE",
                "always");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new Unexpected("PostgreSQL could not be stopped", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
