package io.fluxrun.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.record.Limits;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyTeeTests {
    private final Recorder recorder = Recorder.start(
            new RecorderSettings(new Limits(1_000, 10_000, 100, 15_000, 5, 0), null, null, null, null, 0, null),
            (run, boot) -> {},
            line -> {});

    @AfterEach
    void stop() {
        recorder.stop();
    }

    @Test
    void aStreamThatOutgrowsItsLimitHoldsNothingOfWhatOtherRunsMayKeep() {
        var streaming = Objects.requireNonNull(recorder.open());
        long before = recorder.bytesHeld();
        var body = new BodyTee(streaming, "the response body");

        body.copy(ByteBuffer.allocate(900));
        assertThat(recorder.bytesHeld()).isEqualTo(before + 900);
        body.copy(ByteBuffer.allocate(900));

        assertThat(body.complete()).isFalse();
        assertThat(recorder.bytesHeld()).isEqualTo(before);
        streaming.abandon();
        assertThat(recorder.bytesHeld()).isZero();
    }
}
