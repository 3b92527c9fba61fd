package io.fluxrun.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MaskTextTests {
    private final MaskText masks = new MaskText();

    @Property
    void keepsLengthAndIsStable(@ForAll @StringLength(min = 1, max = 60) String secret) {
        String mask = masks.of(secret);

        assertThat(mask).hasSameSizeAs(secret).isEqualTo(masks.of(secret));
        assertThat(mask.getBytes(StandardCharsets.UTF_8)).hasSameSizeAs(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(masks.isMask(mask)).isTrue();
    }

    @Test
    void keepsTheShapeThatAnApplicationParses() {
        UUID uuid = UUID.fromString("123e4567-e89b-42d3-a456-426614174000");
        String base64 = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13});

        assertThat(UUID.fromString(masks.of(uuid.toString()))).isNotEqualTo(uuid);
        assertThat(UUID.fromString(masks.of(uuid.toString())).version()).isEqualTo(4);
        assertThat(Base64.getDecoder().decode(masks.of(base64))).hasSize(13);
        assertThat(masks.of("deadbeefdeadbeef")).matches("[0-9a-f]{16}");
        assertThat(Long.parseLong(masks.of("9223372036854775807"))).isPositive();
        assertThat(masks.of("top-secret-value")).matches("masked-[0-9a-f]{9}");
    }

    @Test
    void differsFromSecretToSecretAndFromProcessToProcess() {
        assertThat(masks.of("top-secret-value")).isNotEqualTo(masks.of("top-secret-valuf"));
        assertThat(masks.of("top-secret-value")).isNotEqualTo(new MaskText().of("top-secret-value"));
    }

    @Test
    void makesNoCardOfACard() {
        for (int i = 0; i < 100; i++) {
            assertThat(Cards.isCard(new MaskText().of("4111111111111111"))).isFalse();
        }
    }
}
