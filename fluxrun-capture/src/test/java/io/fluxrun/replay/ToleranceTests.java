package io.fluxrun.replay;

import static io.fluxrun.replay.Orders.http;
import static io.fluxrun.replay.Orders.recorded;
import static io.fluxrun.replay.Orders.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Tolerance;
import io.fluxrun.run.Value;
import io.fluxrun.run.Verdict;
import io.fluxrun.scope.DivergedError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTests {
    private static final String AT_TEN = "{\"sku\":\"A\",\"n\":1,\"sent\":{\"at\":10}}";
    private static final String AT_TWENTY = "{\"sku\":\"A\",\"n\":1,\"sent\":{\"at\":20}}";
    private static final String MORE = "{\"sku\":\"A\",\"n\":2,\"sent\":{\"at\":20}}";

    @Test
    void aFieldThatIsToleratedDoesNotCountAndAllOthersDo() {
        var shop = withBody(AT_TEN).tolerating(tolerance("body.sent.at")).shop();
        assertThatThrownBy(() -> shop.checkStock(MORE)).isInstanceOf(DivergedError.class);
        assertThat(shop.checkStock(AT_TWENTY)).isEqualTo(503);

        var strict = withBody(AT_TEN).shop();
        assertThatThrownBy(() -> strict.checkStock(AT_TWENTY)).isInstanceOf(DivergedError.class);
    }

    @Test
    void aToleratedFieldMayBeAddedOrGone() {
        assertThat(withBody(AT_TEN).tolerating(tolerance("body.sent")).shop().checkStock())
                .isEqualTo(503);
    }

    @Test
    void aToleranceThatNoRequestHasAUseForIsStale() {
        var shop = recorded()
                .tolerating(tolerance("body.sentAt"))
                .allowing(removed(3))
                .shop();
        shop.readOrder();
        shop.checkStock();
        var result = shop.answers(202, "{}");

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary()).endsWith("tolerance 't' is stale, no POST /stock/check (http) has body.sentAt");
        assertThat(result.message())
                .contains("next: remove the tolerance from guard.tolerances, or correct its field in it,");
    }

    @Test
    void whatAPersonDeclaresIsNoUseForATolerance() {
        var tolerances = new Tolerances(List.of(tolerance("body.at")));
        var keys = new RequestKeys(List.of(), tolerances);
        var request =
                Value.fields().put("body", Value.fields().put("at", 1).build()).build();

        keys.declared("http", "POST /stock/check", request);
        assertThat(tolerances.stale()).hasSize(1);
        keys.of("http", "POST /stock/check", request);
        assertThat(tolerances.stale()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.b        | {a={c=2}}                    ",
                "a.x        | unchanged                    ",
                "a.b.c      | unchanged                    ",
                "list[1]    | {list=[1, null, 3]}          ",
                "list[9]    | unchanged                    ",
                "pairs.k    | {pairs=[[z, 3]]}             ",
                "rows[*].id | {rows=[{v=1}, {v=2}]}        ",
                "none       | {}                           "
            })
    void aPathMeansOnePlace(String path, String left) {
        var value = sample(path);
        var removed = FieldPath.of(path).removedFrom(value);

        assertThat(removed == value ? "unchanged" : shown(removed)).isEqualTo(left);
    }

    private static Value sample(String path) {
        return switch (path.charAt(0)) {
            case 'a' ->
                Value.fields()
                        .put("a", Value.fields().put("b", 1).put("c", 2).build())
                        .build();
            case 'l' ->
                Value.fields()
                        .put("list", Value.list(List.of(1L, 2L, 3L), Value::of))
                        .build();
            case 'p' ->
                Value.fields()
                        .put("pairs", Value.list(List.of(pair("k", "1"), pair("k", "2"), pair("z", "3"))))
                        .build();
            case 'n' -> Value.fields().put("none", Value.NULL).build();
            default ->
                Value.fields()
                        .put("rows", Value.list(List.of(row(7, 1), row(8, 2))))
                        .build();
        };
    }

    private static Value pair(String name, String value) {
        return Value.list(List.of(Value.of(name), Value.of(value)));
    }

    private static Value row(long id, long v) {
        return Value.fields().put("id", id).put("v", v).build();
    }

    private static String shown(Value value) {
        if (value instanceof Value.Fields fields) {
            return fields.fields().entrySet().stream()
                    .map(field -> field.getKey() + "=" + shown(field.getValue()))
                    .toList()
                    .toString()
                    .replaceAll("^\\[", "{")
                    .replaceAll("]$", "}");
        }
        return value instanceof Value.Items items
                ? items.items().stream().map(ToleranceTests::shown).toList().toString()
                : value instanceof Value.Num num ? num.number().toString() : value.isNull() ? "null" : value.text();
    }

    private static Orders withBody(String body) {
        return recorded().exchanges(http(2, "POST", "/stock/check", body, 503, "{}"));
    }

    private static Tolerance tolerance(String field) {
        return new Tolerance("t", "http", "POST /stock/check", field, "another in every run", null, null);
    }
}
