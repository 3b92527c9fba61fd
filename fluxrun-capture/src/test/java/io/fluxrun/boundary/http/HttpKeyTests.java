package io.fluxrun.boundary.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpKeyTests {
    private final HttpKey key = new HttpKey();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://h/p?a=1&b=2|http://H:80/p?b=2&a=1",
                "http://h/p?a=%41|http://h/p?a=A",
                "http://h/p?a=b+c|http://h/p?a=b%20c",
                "https://h|https://h:443/",
                "http://h/p?|http://h/p",
                "http://h/p?ids=2&ids=1|http://h/p?ids=1&ids=2",
                "http://h/p#one|http://h/p#two"
            })
    void sameUrls(String one, String other) {
        assertThat(key.key(request(one, null, ""))).isEqualTo(key.key(request(other, null, "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://h/p|https://h/p",
                "http://h/p|http://h/P",
                "http://h/p|http://h:8080/p",
                "http://h/p?a=1|http://h/p?a=1&a=1",
                "http://h/p?a|http://h/p?a=",
                "http://h/p?a=1%262|http://h/p?a=1&2",
                "http://h/a%2Fb|http://h/a/b"
            })
    void differentUrls(String one, String other) {
        assertThat(key.key(request(one, null, ""))).isNotEqualTo(key.key(request(other, null, "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"a\":1,\"b\":[1,2]}|{ \"b\": [1, 2], \"a\": 1.0 }", "\"\\u0041\"|\"A\"", "100|1e2", "0|0.00"})
    void sameJson(String one, String other) {
        assertThat(body(null, one)).isEqualTo(body(null, other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,2]|[2,1]",
                "{\"a\":1}|{\"a\":\"1\"}",
                "{\"a\":null}|{}",
                "12345678901234567890.1|12345678901234567890.2",
                "{\"a\":1,\"a\":2}|{\"a\":2}",
                "{\"a\":1} |{\"a\":1} x",
                "plain|Plain"
            })
    void differentBodies(String one, String other) {
        assertThat(body(null, one)).isNotEqualTo(body(null, other));
    }

    @Test
    void formsAreMultisetsAndOtherTextIsNot() {
        String form = "application/x-www-form-urlencoded; charset=UTF-8";
        assertThat(body(form, "a=1&b=x+y")).isEqualTo(body(form, "b=x%20y&a=1"));
        assertThat(body("text/plain", "a=1&b=2")).isNotEqualTo(body("text/plain", "b=2&a=1"));
    }

    @Test
    void deepJsonIsComparedByItsBytes() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(body(null, deep)).isEqualTo(Value.of(deep.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void namesItsFieldsForMessages() {
        var fields = (Value.Fields) key.key(request("http://h/p", null, ""));
        assertThat(fields.fields().keySet()).containsExactly("method", "origin", "path", "query", "body");
    }

    private Value body(String contentType, String body) {
        return key.key(request("http://h/p", contentType, body)).get("body");
    }

    private static Value request(String url, String contentType, String body) {
        var headers = contentType == null
                ? List.<Value>of()
                : List.of(Value.list(List.of(Value.of("content-type"), Value.of(contentType))));
        return Value.fields()
                .put("method", "POST")
                .put("url", url)
                .put("headers", Value.list(headers))
                .put("body", body.isEmpty() ? Value.NULL : Value.of(body.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
