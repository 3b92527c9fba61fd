package com.example.quickstart;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    private static final String BASIC = "ops:ops-pw-6e93d2";
    private static final Map<String, String> PLANTED = Map.ofEntries(
            entry("request header", "hdr-8a41c06e55d9"),
            entry("request cookie", "cky-20b7f9d1e3aa"),
            entry("URL", "url-c4e8815b7f02"),
            entry("upstream JSON body", "oat-5d2e8814cf"),
            entry("SQL column and parameter, cache, request body", "card-tok-71f0b3a9e4"),
            entry("environment variable, request header", "pk_live_4e1b7a90c2"),
            entry("environment variable, signing key", "token-secret-63d08f5e1c"),
            entry("JDBC password", "pg-9f2c41d07b"),
            entry("basic credentials, encoded", base64(BASIC)),
            entry("basic credentials, decoded", "ops-pw-6e93d2"),
            entry("minted token", "eyJ"));

    @TempDir
    Path directory;

    @Test
    void noPlantedSecretReachesAFileAndTheReplayStillReproduces() throws IOException {
        Path store = directory.resolve("store");
        try (World world = new World();
                Service service = world.launch(
                        Packaged.service(), directory.resolve("service.log"), Packaged.agentArgument(store))) {
            assertEquals(200, service.get("/orders/ord_good_1").statusCode());
            assertEquals(503, failingRequest(service));
        }
        assertEquals(1, Packaged.runs(store).size());
        assertNoSecretBelow(store);

        Workspace workspace =
                Workspace.copyOf(Path.of("..", "orders-service").toAbsolutePath(), directory.resolve("orders-service"));
        Path run = Packaged.runs(store).get(0);
        Maven maven = new Maven(workspace.directory(), directory.resolve("logs"));
        maven.run("fluxrun:export", "-Dfluxrun.run=" + run)
                .succeeds()
                .says("ord_01-503.json");
        assertEquals(1, workspace.find("ord_01-503.json").size());
        maven.run("test").fails().says("REGRESSED ord_01-503.json");
        assertNoSecretBelow(workspace.directory().resolve("src").resolve("test"));
        assertNoSecretBelow(directory.resolve("logs"));
        assertNoSecretBelow(workspace.directory().resolve("target").resolve("surefire-reports"));
        assertNoSecretBelow(workspace.directory().resolve("target").resolve("fluxrun"));
    }

    private static int failingRequest(Service service) {
        return service.get(
                        "/orders/ord_01?api_key=" + PLANTED.get("URL"),
                        "X-Auth-Token",
                        PLANTED.get("request header"),
                        "Authorization",
                        "Basic " + base64(BASIC),
                        "Cookie",
                        "SESSION=" + PLANTED.get("request cookie"))
                .statusCode();
    }

    private static void assertNoSecretBelow(Path root) throws IOException {
        List<String> found = new ArrayList<>();
        int looked = 0;
        for (Path file : files(root)) {
            looked++;
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            PLANTED.forEach((where, secret) -> {
                if (text.contains(secret) || text.contains(base64(secret))) {
                    found.add(where + " in " + file);
                }
            });
        }
        assertTrue(looked > 0, "no file below " + root);
        assertEquals(List.of(), found);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".class"))
                    .toList();
        }
    }
}
