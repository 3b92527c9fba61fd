package com.example.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Spring Boot service says while it starts: its port, and that it is ready. */
final class StartLog {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern READY = Pattern.compile("Started \\w+ in [\\d.]+ seconds");

    private final Path log;

    StartLog(Path log) {
        this.log = log;
    }

    int awaitPort(Process process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            boolean alive = process.isAlive();
            String text = read();
            Matcher port = PORT.matcher(text);
            if (alive && READY.matcher(text).find() && port.find()) {
                return Integer.parseInt(port.group(1));
            }
            if (!alive) {
                throw new Unexpected("orders-service ended while it started:\n" + text);
            }
            if (System.nanoTime() > deadline) {
                throw new Unexpected("orders-service was not ready after " + limit.toSeconds() + " s:\n" + text);
            }
            pause();
        }
    }

    private String read() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new Unexpected("the log of orders-service cannot be read", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw Unexpected.interrupted(e);
        }
    }
}
