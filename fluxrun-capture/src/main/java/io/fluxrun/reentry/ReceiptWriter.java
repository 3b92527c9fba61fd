package io.fluxrun.reentry;

import io.fluxrun.fixture.FixtureException;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.fixture.LoadedFixture;
import io.fluxrun.replay.ReplayResult;
import io.fluxrun.run.Receipt;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Leaves the proof that a replay happened, for the Maven goals. That it cannot be written never decides a test. */
final class ReceiptWriter {
    private static final String DIRECTORY = "fluxrun.receipts";

    private static final ConcurrentHashMap<String, AtomicInteger> LAST = new ConcurrentHashMap<>();

    private ReceiptWriter() {}

    static void write(LoadedFixture fixture, ReplayResult result, String test, Consumer<Throwable> onFailure) {
        try {
            FixtureFiles.writeReceipt(receipt(fixture, result, test), unusedFile(fixture));
        } catch (IOException | FixtureException e) {
            onFailure.accept(e);
        }
    }

    private static Receipt receipt(LoadedFixture fixture, ReplayResult result, String test) {
        return new Receipt(
                fixture.file().toString(),
                fixture.sha256(),
                test,
                Instant.now().toString(),
                result.verdict(),
                result.passed(),
                result.summary(),
                result.message(),
                result.served(),
                result.received(),
                result.proposed());
    }

    /** Creates the file, so that a test in another thread or JVM takes another one. */
    private static Path unusedFile(LoadedFixture fixture) throws IOException {
        var directory = Files.createDirectories(directory());
        var prefix = fixture.file().getFileName() + "-"
                + String.format(Locale.ROOT, "%08x", fixture.file().toString().hashCode()) + "-";
        var last = LAST.computeIfAbsent(prefix, key -> new AtomicInteger());
        Path file;
        do {
            file = directory.resolve(prefix + last.incrementAndGet() + ".json");
        } while (!created(file));
        return file;
    }

    private static boolean created(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private static Path directory() {
        var configured = System.getProperty(DIRECTORY);
        return configured == null
                ? ModuleDirectory.current().resolve("target").resolve("fluxrun").resolve("receipts")
                : Path.of(configured);
    }
}
