package io.fluxrun.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.run.Thrown;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What listing shows of a run, and its small file beside the run's. */
final class Summaries {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Summaries() {}

    static RunSummary of(Run run, long bytes) {
        var info = run.info();
        FailureSignature signature = run.outcome().signature();
        return new RunSummary(
                info.id(),
                info.name(),
                info.recordedAt(),
                info.durationNanos(),
                status(run.outcome()),
                signature == null ? null : signature.operation(),
                run.exchanges().size(),
                info.readiness().level(),
                bytes);
    }

    static byte[] write(RunSummary summary) {
        var json = JSON.createObjectNode()
                .put("id", summary.id())
                .put("name", summary.name())
                .put("recordedAt", summary.recordedAt().toString())
                .put("durationNanos", summary.durationNanos())
                .put("status", summary.status());
        if (summary.brokeAt() != null) {
            json.put("brokeAt", summary.brokeAt());
        }
        json.put("exchanges", summary.exchanges())
                .put("readiness", summary.readiness().name())
                .put("bytes", summary.bytes());
        return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns {@code null} if that is no summary: the run itself is then asked. */
    static @Nullable RunSummary read(byte[] content) {
        try {
            JsonNode json = JSON.readTree(new String(content, StandardCharsets.UTF_8));
            return new RunSummary(
                    json.required("id").textValue(),
                    json.required("name").textValue(),
                    Instant.parse(json.required("recordedAt").asText()),
                    json.required("durationNanos").longValue(),
                    json.required("status").textValue(),
                    json.path("brokeAt").textValue(),
                    json.required("exchanges").intValue(),
                    Readiness.Level.valueOf(json.required("readiness").asText()),
                    json.required("bytes").longValue());
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String status(Outcome outcome) {
        String word = outcome.status() == Outcome.Status.FAILED ? "failed" : "completed";
        if (outcome.httpStatus() >= 0) {
            return word + " (" + outcome.httpStatus() + ")";
        }
        String type = exception(outcome);
        return type == null ? word : word + " (" + type.substring(type.lastIndexOf('.') + 1) + ")";
    }

    private static @Nullable String exception(Outcome outcome) {
        Thrown error = outcome.error();
        FailureSignature signature = outcome.signature();
        if (error != null) {
            return error.type();
        }
        return signature == null ? null : signature.exception();
    }
}
