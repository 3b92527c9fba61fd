package io.fluxrun.maven;

import io.fluxrun.run.Value;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Where a goal's answer goes: lines to the log, or one JSON document to standard output, or either to a file.
 *
 * @param file {@code null} for log and standard output
 */
record Output(boolean json, @Nullable Path file, PrintStream standard, Log log) {
    void write(List<String> lines, Supplier<Value> value) throws IOException {
        if (file != null) {
            var directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(file, json ? Json.of(value.get()) : String.join("\n", lines) + "\n");
            log.info("Written to " + file);
        } else if (json) {
            standard.write(Json.of(value.get()).getBytes(StandardCharsets.UTF_8));
            standard.flush();
        } else {
            lines.forEach(log::info);
        }
    }
}
