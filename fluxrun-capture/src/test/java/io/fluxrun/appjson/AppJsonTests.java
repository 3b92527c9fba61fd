package io.fluxrun.appjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppJsonTests {
    private static final ClassLoader LOADER = AppJsonTests.class.getClassLoader();

    enum State {
        OPEN {
            @Override
            String text() {
                return "open";
            }
        },
        PAID;

        String text() {
            return "";
        }
    }

    record Line(String sku, int quantity, @Nullable BigDecimal price) {}

    record Order(UUID id, State state, List<Line> lines, Optional<Instant> paid, long total, byte[] proof) {}

    static final class Product {
        private final String sku;
        private final Map<String, Integer> stock = new LinkedHashMap<>();
        int asked;

        Product() {
            this("");
        }

        Product(String sku) {
            this.sku = sku;
        }

        public int getStockTotal() {
            throw new IllegalStateException("a getter was called");
        }
    }

    static Stream<Object> values() {
        return Stream.of(
                "text",
                true,
                42,
                42L,
                'x',
                1.5,
                Float.MIN_VALUE,
                new BigDecimal("1.50"),
                new Date(1),
                java.sql.Timestamp.from(Instant.parse("2026-11-21T08:15:00.123456789Z")),
                Instant.parse("2026-11-21T08:15:00.123456789Z"),
                LocalDate.of(2026, 11, 21),
                ZoneId.of("Europe/Berlin"),
                Locale.GERMANY,
                UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
                State.OPEN,
                Optional.of(7L),
                Optional.empty(),
                new int[] {1, 2},
                new String[][] {{"a"}, {}},
                List.of(1L, "two", State.PAID),
                new ArrayList<>(Arrays.asList(1, null, List.of())),
                Set.of(new Line("a", 1, null)),
                new HashMap<>(Map.of("a", 1, "b", 2)),
                new LinkedHashMap<>(Map.of(State.PAID, new Line("a", 2, BigDecimal.TEN))),
                new Line("a", 2, new BigDecimal("2.50")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void comesBackAsWhatItWas(Object value) {
        var back = AppJson.decode(AppJson.encode(value, "value"), null, LOADER);

        assertThat(back).usingRecursiveComparison().isEqualTo(value);
        if (value.getClass().getPackageName().equals("java.util") && value instanceof ArrayList) {
            assertThat(back).isInstanceOf(ArrayList.class);
        }
    }

    @Test
    void recordsNest() {
        var order = new Order(
                UUID.randomUUID(),
                State.OPEN,
                List.of(new Line("a", 1, BigDecimal.ONE)),
                Optional.of(Instant.EPOCH),
                5_000_000_000L,
                "proof".getBytes(StandardCharsets.UTF_8));

        var back = (Order) AppJson.decode(AppJson.encode(order, "order"), null, LOADER);

        assertThat(back).usingRecursiveComparison().isEqualTo(order);
    }

    @Test
    void otherClassesAreWrittenByTheirFieldsAndNoGetterRuns() {
        var product = new Product("sku-1");
        product.stock.put("berlin", 3);
        product.asked = 2;

        var encoded = AppJson.encode(product, "product");
        var back = (Product) AppJson.decode(encoded, null, LOADER);

        assertThat(encoded.get("type").text()).isEqualTo(Product.class.getName());
        assertThat(back).usingRecursiveComparison().isEqualTo(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools.jackson", "com.fasterxml.jackson"})
    void bothVersionsOfJacksonReadAndWriteFields(String version) throws ReflectiveOperationException {
        var mapper = Objects.requireNonNull(new Jackson(version).mapper(LOADER));
        var product = new Product("sku-1");
        product.stock.put("berlin", 3);

        var json = Jackson.call(mapper, "writeValueAsString", product);
        var back = Jackson.call(mapper, "readValue", json, Product.class);

        assertThat(mapper.getClass().getName()).startsWith(version);
        assertThat(back).usingRecursiveComparison().isEqualTo(product);
    }

    @Test
    void aLoaderThatSeesNoJacksonHasNoMapper() {
        assertThat(AppMapper.in(ClassLoader.getPlatformClassLoader())).isNull();
    }

    @Test
    void aMutableValueIsWrittenAsItIsNow() {
        var list = new ArrayList<>(List.of(1));
        var encoded = AppJson.encode(list, "list");
        list.add(2);

        assertThat(encoded).isEqualTo(Value.list(List.of(Value.of(1))));
    }

    @Test
    void namesThePlaceOfWhatCannotBeWritten() {
        assertThatThrownBy(() -> AppJson.encode(Map.of("locks", List.of(1, new ReentrantLock())), "arguments[0]"))
                .isInstanceOf(AppJsonException.class)
                .hasMessage("arguments[0].locks[1]: java.util.concurrent.locks.ReentrantLock cannot be written as data:"
                        + " it is no plain data");
    }

    @Test
    void aValueThatContainsItselfIsRefused() {
        var list = new ArrayList<Object>();
        list.add(list);

        assertThatThrownBy(() -> AppJson.encode(list, "list"))
                .isInstanceOf(AppJsonException.class)
                .hasMessageContaining("contains itself");
    }

    @Test
    void aForgedTypeIsNotInstantiated() {
        var forged = Value.fields()
                .put("type", "java.lang.ProcessBuilder")
                .put("value", Value.fields().put("command", "x").build())
                .build();

        assertThatThrownBy(() -> AppJson.decode(forged, null, LOADER))
                .isInstanceOf(AppJsonException.class)
                .hasMessageContaining("java.lang.ProcessBuilder, which is no plain data");
    }

    @Test
    void aNumberWithoutTypeTakesTheDeclaredOne() {
        assertThat(AppJson.decode(Value.of(3), "long", LOADER)).isEqualTo(3L);
        assertThat(AppJson.decode(Value.of(3), null, LOADER)).isEqualTo(3);
        assertThat(AppJson.decode(Value.NULL, "long", LOADER)).isNull();
    }
}
