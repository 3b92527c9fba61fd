package io.fluxrun.protect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipTests {
    private final Secrets secrets = new Secrets(new MaskText());
    private final Finding finding = new Finding(MaskRules.DEFAULT, secrets);

    @Test
    void masksInsideACompressedBodyAndKeepsItsLengthTrue() throws IOException {
        byte[] body = gzip("{\"password\":\"s3cr3t-value-71\",\"x\":\"" + "a".repeat(500) + "\"}");

        Value masked = finding.value(message(body));

        byte[] compressed = masked.get("body").bytes();
        assertThat(new String(gunzip(compressed), StandardCharsets.UTF_8))
                .isEqualTo("{\"password\":\"" + secrets.found().get("s3cr3t-value-71") + "\",\"x\":\"" + "a".repeat(500)
                        + "\"}");
        assertThat(masked.get("headers").items().get(0).items().get(1).text())
                .isEqualTo(String.valueOf(compressed.length));
        assertThat(finding.value(masked)).isEqualTo(masked);
        assertThat(new Replacing(secrets.found()).value(message(gzip("so s3cr3t-value-71."))))
                .isNotEqualTo(message(gzip("so s3cr3t-value-71.")));
    }

    @Test
    void leavesACompressedBodyWithoutSecretsAndWhatOnlyBeginsLikeOne() throws IOException {
        byte[] harmless = gzip("{\"name\":\"Ada\"}");
        byte[] cut = Arrays.copyOf(harmless, harmless.length - 9);
        byte[] other = "\u001f\u008bno gzip but long enough".getBytes(StandardCharsets.ISO_8859_1);

        for (byte[] body : List.of(harmless, cut, other)) {
            assertThat(finding.value(message(body))).isEqualTo(message(body));
        }
    }

    private static Value message(byte[] body) {
        return Value.fields()
                .put(
                        "headers",
                        Value.list(List.of(Value.list(
                                List.of(Value.of("Content-Length"), Value.of(String.valueOf(body.length)))))))
                .put("body", Value.of(body))
                .build();
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] gunzip(byte[] body) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }
}
