package com.example.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTests {

    private static final int KEPT_PER_FAILURE = 5;

    @TempDir
    Path directory;

    @Test
    void twoHundredGoodRequestsAndOneFailureLeaveOneRun() throws IOException {
        Path store = directory.resolve("store");
        try (World world = new World();
                Service service = world.launch(
                        Packaged.service(), directory.resolve("service.log"), Packaged.agentArgument(store))) {
            for (int n = 1; n <= 200; n++) {
                assertEquals(200, service.get("/orders/ord_good_" + n).statusCode());
            }
            assertEquals(List.of(), Packaged.runs(store));
            assertEquals(503, service.get("/orders/ord_01").statusCode());
        }
        assertEquals(1, Packaged.runs(store).size());
    }

    @Test
    void tenThousandRequestsFailingTheSameWayLeaveFiveRuns() throws Exception {
        Path store = directory.resolve("store");
        try (World world = new World();
                Service service = world.launch(
                        Packaged.service(), directory.resolve("service.log"), Packaged.agentArgument(store))) {
            assertEquals(10_000, statuses(service, 10_000).stream().filter(status -> status == 503).count());
        }
        assertEquals(KEPT_PER_FAILURE, Packaged.runs(store).size());
    }

    private static List<Integer> statuses(Service service, int requests) throws Exception {
        var clients = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int n = 1; n <= requests; n++) {
                String path = "/orders/ord_outage_" + n;
                calls.add(() -> service.get(path).statusCode());
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : clients.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            clients.shutdownNow();
        }
    }
}
