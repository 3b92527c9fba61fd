package io.fluxrun.protect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Masks inside bodies that were compressed with gzip; one without a secret stays byte for byte as it was. */
final class Gzip {
    private static final int MOST = 16 << 20;

    private Gzip() {}

    static byte[] through(byte[] body, UnaryOperator<byte[]> masking) {
        if (body.length < 18 || body[0] != 0x1f || body[1] != (byte) 0x8b) {
            return masking.apply(body);
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(MOST);
            byte[] masked = masking.apply(plain);
            return Arrays.equals(masked, plain) && in.read() < 0 ? body : compressed(masked);
        } catch (IOException e) {
            // It only began like gzip, or was cut off: it is masked as it stands.
            return masking.apply(body);
        }
    }

    private static byte[] compressed(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
