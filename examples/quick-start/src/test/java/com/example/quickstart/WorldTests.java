package com.example.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTests {

    @TempDir
    Path directory;

    @Test
    void anOrderIsChargedDuringAnOutageUntilTheBugIsRepaired() {
        Workspace workspace =
                Workspace.copyOf(Path.of("..", "orders-service").toAbsolutePath(), directory.resolve("orders-service"));
        Maven maven = new Maven(workspace.directory(), directory.resolve("logs"));

        try (World world = new World()) {
            maven.run("-DskipTests", "package").succeeds();
            try (Service broken = world.launch(workspace.jar(), directory.resolve("broken.log"))) {
                assertAnswer(200, "\"authorisationId\":\"auth_ord_good_1\"", broken.get("/orders/ord_good_1"));
                assertAnswer(503, "inventory unavailable", broken.get("/orders/ord_01"));
                assertEquals(404, broken.get("/orders/nothing").statusCode());
            }
            assertEquals(2, world.upstreams().paymentsAuthorised());

            workspace.repair();
            maven.run("-DskipTests", "package").succeeds();
            try (Service repaired = world.launch(workspace.jar(), directory.resolve("repaired.log"))) {
                assertAnswer(202, "\"status\":\"accepted-pending-stock\"", repaired.get("/orders/ord_01"));
            }
            assertEquals(2, world.upstreams().paymentsAuthorised());
        }
    }

    private static void assertAnswer(int status, String part, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(part), answer.body());
    }
}
