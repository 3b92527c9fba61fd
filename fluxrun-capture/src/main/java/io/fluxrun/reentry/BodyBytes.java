package io.fluxrun.reentry;

import io.fluxrun.run.Value;
import java.nio.charset.StandardCharsets;

final class BodyBytes {
    private BodyBytes() {}

    static byte[] of(Value body) {
        var bytes = body.bytes();
        if (bytes != null) {
            return bytes;
        }
        var text = body.text();
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
