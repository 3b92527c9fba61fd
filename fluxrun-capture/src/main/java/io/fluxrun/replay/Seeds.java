package io.fluxrun.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/** Randomness that no run recorded, the same on every machine. */
final class Seeds {
    private Seeds() {}

    static Random random(String runId, String lane, String site, int nth) {
        var text = String.join("\n", runId, lane, site, Integer.toString(nth));
        return new Random(ByteBuffer.wrap(sha256(text)).getLong());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
