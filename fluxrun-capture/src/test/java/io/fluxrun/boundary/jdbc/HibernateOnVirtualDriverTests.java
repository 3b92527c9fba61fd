package io.fluxrun.boundary.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Scope;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hibernate, HikariCP and JdbcTemplate boot and run with no database, twice on the same pool. */
class HibernateOnVirtualDriverTests {
    private static EmbeddedPostgres postgres;

    @TempDir
    Path files;

    @BeforeAll
    static void start() throws IOException {
        AgentInstaller.install(ByteBuddyAgent.install());
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void anApplicationBootsAndRunsWithoutItsDatabase() throws Exception {
        List<Exchange> bootExchanges;
        Map<String, Value> metadata;
        List<Exchange> runExchanges;
        List<Object> live;
        try (var boot = new RecordingInMemory();
                var run = new RecordingInMemory()) {
            Scope.ambient(boot.main());
            try (var pool = pool(postgres.getJdbcUrl("postgres", "postgres"), "create");
                    var sessions = sessions(pool, "create")) {
                Scope.ambient(null);
                bootExchanges = boot.end();
                metadata = boot.metadata();
                live = JdbcContract.inLane(run.main(), () -> use(sessions, new JdbcTemplate(pool)));
                runExchanges = JdbcFixture.written(run.end(), files);
                assertThat(boot.reasons()).isEmpty();
                assertThat(run.reasons()).isEmpty();
            } finally {
                Scope.ambient(null);
            }
        }
        var keys = new BothKeys();
        var boot = new ReplayInMemory(bootExchanges, metadata, keys);
        Scope.ambient(boot.main());
        try (var pool = pool("jdbc:postgresql://127.0.0.1:1/none", "create");
                var sessions = sessions(pool, "create")) {
            Scope.ambient(null);
            assertThat(boot.misses()).isEmpty();
            for (int i = 0; i < 2; i++) {
                var replay = new ReplayInMemory(runExchanges, metadata, keys);
                var replayed = JdbcContract.inLane(replay.main(), () -> use(sessions, new JdbcTemplate(pool)));
                assertThat(replay.misses()).isEmpty();
                assertThat(replayed).isEqualTo(live);
                assertThat(replay.left()).isEmpty();
            }
            assertThatThrownBy(() -> new JdbcTemplate(pool).queryForList("select 1"))
                    .isInstanceOf(LiveCallBlockedError.class)
                    .hasMessageContaining("no replay is active");
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        } finally {
            Scope.ambient(null);
        }
        assertThat(HookFailures.counts()).isEmpty();
    }

    private static HikariDataSource pool(String url, String name) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static SessionFactory sessions(HikariDataSource pool, String ddl) {
        var configuration = new Configuration();
        configuration.addAnnotatedClass(Shelf.Purchase.class);
        configuration.addAnnotatedClass(Shelf.Line.class);
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        configuration.getProperties().put("hibernate.hbm2ddl.auto", ddl);
        configuration.getProperties().put("hibernate.jdbc.batch_size", "10");
        return configuration.buildSessionFactory();
    }

    private static List<Object> use(SessionFactory sessions, JdbcTemplate template) {
        var seen = new ArrayList<Object>();
        Long id = sessions.fromTransaction(session -> {
            var purchase = new Shelf.Purchase();
            purchase.customer = "cus_01";
            purchase.total = new BigDecimal("10.50");
            purchase.placedAt = Instant.parse("2026-11-21T08:30:00.123456Z");
            purchase.reference = UUID.fromString("1b4e28ba-2fa1-11d2-883f-0016d3cca427");
            for (int i = 0; i < 3; i++) {
                var line = new Shelf.Line();
                line.sku = "sku-" + i;
                line.quantity = i == 0 ? null : i;
                purchase.lines.add(line);
            }
            session.persist(purchase);
            return purchase.id;
        });
        seen.add(id);
        sessions.inTransaction(session -> {
            var purchase = session.find(Shelf.Purchase.class, id);
            seen.add(purchase.customer + " " + purchase.total + " " + purchase.placedAt + " " + purchase.reference);
            purchase.lines.forEach(line -> seen.add(line.sku + " " + line.quantity));
            purchase.customer = "cus_02";
        });
        sessions.inSession(session -> seen.add(session
                .createSelectionQuery(
                        "select p.customer, count(l) from Purchase p join p.lines l group by p.customer",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> row[0] + " " + row[1])
                .toList()));
        try {
            sessions.inTransaction(
                    session -> session.createMutationQuery("insert into Line (id, sku) select l.id, l.sku from Line l")
                            .executeUpdate());
        } catch (RuntimeException e) {
            var cause = (SQLException) e.getCause();
            seen.add(e.getClass().getName() + " " + cause.getClass().getName() + " " + cause.getSQLState() + " "
                    + e.getMessage());
        }
        seen.add(template.queryForList("select sku, quantity from line order by sku"));
        seen.add(template.update("update line set quantity = ? where quantity is null", 9));
        seen.add(template.batchUpdate(
                        "update line set sku = ? where sku = ?",
                        List.of(new Object[] {"a", "sku-1"}, new Object[] {"b", "x"}))
                .length);
        seen.add(template.query(
                "select now() is not null as t, quantity from line order by sku",
                (row, n) -> n + " " + row.getBoolean("t") + " " + row.getObject("quantity", Integer.class)));
        return seen;
    }
}
