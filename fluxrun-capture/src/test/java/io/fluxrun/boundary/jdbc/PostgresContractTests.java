package io.fluxrun.boundary.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresContractTests extends JdbcContract implements JdbcContract.Dialect {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    String urlOfNoDatabase() {
        return "jdbc:postgresql://127.0.0.1:1/none?user=nobody";
    }

    @Override
    Dialect dialect() {
        return this;
    }

    @Override
    public List<String> schema() {
        return List.of(
                "drop table if exists item",
                "drop table if exists keyed",
                "create table item (id bigint primary key, name varchar(40), price numeric(10, 2), made timestamp,"
                        + " made_on date, made_at time, code uuid, flag boolean, data bytea, ratio double precision)",
                "create table keyed (id bigserial primary key, name varchar(20))");
    }

    @Override
    public String name(String lower) {
        return lower;
    }

    @Override
    public List<String> values() {
        return List.of(
                "7::smallint",
                "-5::int",
                "9000000000::bigint",
                "1.50::numeric(10, 2)",
                "0.1::real",
                "'-0'::double precision",
                "'NaN'::double precision",
                "true",
                "'text'::text",
                "'42'::varchar",
                "'{\"a\": 1}'::jsonb",
                "'10.0.0.1'::inet",
                "date '2026-11-21'",
                "time '08:30:00'",
                "timestamp '2026-11-21 08:30:00.123456'",
                "timestamptz '2026-11-21 08:30:00+02:00'",
                "'1b4e28ba-2fa1-11d2-883f-0016d3cca427'::uuid",
                "'\\x01ff'::bytea",
                "array['a', null, 'c']::text[]",
                "'3 days'::interval",
                "null::bigint",
                "null::text");
    }

    @Override
    public void special(Connection connection, JdbcTranscript transcript) throws Exception {
        try (var statement = connection.prepareStatement("select id from unnest(?) id")) {
            statement.setArray(1, connection.createArrayOf("bigint", new Long[] {3L, 4L}));
            try (var rows = statement.executeQuery()) {
                transcript.rows(rows, row -> transcript.add("id", row.getLong("id")));
            }
        }
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select n, n::text as t from generate_series(1, 10) n")) {
            statement.setFetchSize(3);
            try (var rows = statement.executeQuery()) {
                for (int i = 0; i < 5; i++) {
                    transcript.add("streamed", rows.next());
                    transcript.add("n", rows.getInt("n"));
                }
            }
        }
        connection.commit();
        try (var statement = connection.createStatement()) {
            transcript.tried("lock", () -> statement.execute("set local lock_timeout = '1s'"));
            transcript.tried(
                    "raise",
                    () -> statement.execute("do $$ begin raise exception 'own' using errcode ="
                            + " '40001', detail = 'why', constraint = 'c1'; end $$"));
        }
        connection.rollback();
    }
}
