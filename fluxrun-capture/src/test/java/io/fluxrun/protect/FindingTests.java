package io.fluxrun.protect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTests {
    private final Secrets secrets = new Secrets(new MaskText());
    private final Finding finding = new Finding(MaskRules.with(List.of("maiden-name")), secrets);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ada:s3cr3t-Value@db.example.com/x",
                "https://api.example.com/x?a=1&api_key=s3cr3t-Value&b=2",
                "https://api.example.com/x?token=s3cr3t-Value",
                "https://a.blob.example.com/x?sv=2024&sp=r&sig=s3cr3t-Value",
                "https://a.s3.example.com/x?X-Amz-Expires=60&X-Amz-Signature=s3cr3t-Value",
                "https://a.storage.example.com/x?X-Goog-Signature=s3cr3t-Value&alt=media",
                "{\"Sig\": \"s3cr3t-Value\"}",
                "{\"webhookSIGNATURE\": \"s3cr3t-Value\"}",
                "/x?user%5Bpassword%5D=s3cr3t-Value",
                "password=s3cr3t-Value&user=ada",
                "jdbc:postgresql://db/orders?user=ada&password=s3cr3t-Value",
                "jdbc:sqlserver://db;user=ada;password=s3cr3t-Value;encrypt=true",
                "login failed: Login{user='ada', password='s3cr3t-Value'}",
                "calling with secret=s3cr3t-Value.",
                "{\"a\": {\"clientSecret\" : \"s3cr3t-Value\"}}",
                "{\"credentials\": {\"deep\": [{\"x\": \"s3cr3t-Value\"}]}}",
                "[{\"Refresh-Token\":\"s3cr3t-Value\"}",
                "{\"password\":\"s3cr3t-Value",
                "sent {\"password\": \"s3cr3t-Value\"} to it",
                "sent {\\\"password\\\":\\\"s3cr3t-Value\\\"} to it",
                "<soap:Login><wsse:Password Type=\"t\">s3cr3t-Value</wsse:Password></soap:Login>",
                "{\"url\": \"https://x?access_token=s3cr3t-Value\"}",
                "MAIDEN_NAME=s3cr3t-Value",
                "sent Authorization: Bearer s3cr3t-Value, then",
                "headers {authorization=[Bearer s3cr3t-Value], accept=[*/*]}",
                "Authorization=bearer s3cr3t-Value",
                "password: s3cr3t-Value",
                "password : s3cr3t-Value: wrong",
                "token:s3cr3t-Value",
                "[Accept:\"text/html\", X-Api-Key:\"s3cr3t-Value\"]",
                "[X-Api-Key:\"s3cr3t-Value\"]",
                "[Authorization:\"Bearer s3cr3t-Value\"]",
                "said {\"a\": \"X-Api-Key:\\\"s3cr3t-Value\\\"\"}",
                "got {password=[s3cr3t-Value], user=[ada]}",
                "got {'password': ['s3cr3t-Value']}",
                "got {\"password\": [s3cr3t-Value]}",
                "Login{password='s3cr3t-Value",
                "sent {\"password\": \"s3cr3t-Value…",
                "X-Api-Key:\"s3cr3t-Value"
            })
    void masksTextAtDeniedPlacesAndKeepsTheRest(String text) {
        String masked = finding.text(text);

        assertThat(secrets.found()).containsOnlyKeys("s3cr3t-Value");
        assertThat(masked)
                .isEqualTo(text.replace("s3cr3t-Value", secrets.found().get("s3cr3t-Value")));
        assertThat(finding.text(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\": null, \"secret\": true, \"token\": \"\"}",
                "Unexpected token: EOF, expected '}'",
                "unexpected token=EOF in expression",
                "select * from users where token = ? and password=?",
                "password=${DB_PASSWORD}",
                "https://api.example.com:8443/x?page=2",
                "{\"at\": 1763712345678, \"nanos\": 1763712345678901234, \"name\": \"Ada\"}",
                "authorization_type: Bearer",
                "token: expected ';'",
                "mismatched token:';'",
                "password: is required",
                "password: 'must not be blank'",
                "Authorization: Basic authentication failed",
                "Authorization=Bearer token missing",
                "Invalid token: io.jsonwebtoken.ExpiredJwtException: expired",
                "Missing secret: spring.datasource.password",
                "token: UsernamePasswordAuthenticationToken [Principal=ada]",
                "token: OAuth2AuthenticationToken@1b2c3d4",
                "({token:getTokenFromStorage()})",
                "fetching token: https://idp.example.com/oauth2/v1/token",
                "2026-11-21T08:30:00Z a:b=c"
            })
    void leavesAloneWhatIsNoSecret(String text) {
        assertThat(finding.text(text)).isEqualTo(text);
        assertThat(secrets.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Basic %s", "[Authorization:\"Basic %s\"]", "{authorization=[basic %s]}"})
    void masksBasicCredentialsInTextAsInHeaders(String text) {
        String basic = Base64.getEncoder().encodeToString("ops:s3cr3t-pw-1".getBytes(StandardCharsets.UTF_8));
        String masked = finding.text(text.formatted(basic));

        assertThat(secrets.found()).containsOnlyKeys("s3cr3t-pw-1");
        String login = "ops:" + secrets.found().get("s3cr3t-pw-1");
        assertThat(masked)
                .isEqualTo(text.formatted(Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))));
        assertThat(finding.text(masked)).isEqualTo(masked);
    }

    @Test
    void masksEscapedSecretsInTheirLength() {
        String text = "{\"password\":\"p\\u0041ss\\\"w\\/rd\\u00e9 12\", \"pin\": 4711, \"cvv\": 12.50}";

        String masked = finding.text(text);

        assertThat(masked)
                .hasSameSizeAs(text)
                .contains("\"pin\": 1111, \"cvv\": 11.11")
                .doesNotContain("4711");
        assertThat(secrets.found()).containsOnlyKeys("pAss\"w/rdé 12");
        assertThat(Escaped.fromJson(masked.substring(13, masked.indexOf("\", \"pin"))))
                .isEqualTo(secrets.found().get("pAss\"w/rdé 12"));
    }

    @Test
    void masksPercentEncodedSecretsInTheirLength() {
        String text = "a=1&password=p%40ss+w%C3%B6rd1%2f&b=2";

        assertThat(finding.text(text))
                .hasSameSizeAs(text)
                .startsWith("a=1&password=m")
                .endsWith("%2f&b=2");
        assertThat(secrets.found()).containsOnlyKeys("p@ss wörd1/");
    }

    @Test
    void masksHeaders() {
        String basic = Base64.getEncoder().encodeToString("ops:s3cr3t-pw-1".getBytes(StandardCharsets.UTF_8));
        var masked = finding.value(Value.fields()
                        .put(
                                "headers",
                                headers(
                                        "Authorization", "Bearer tok-abcdef-123456",
                                        "authorization", "Basic " + basic,
                                        "Cookie", "SESSION=s3ss10n-id-1; theme=x",
                                        "Set-Cookie", "SID=s3ss10n-id-2; Path=/; HttpOnly",
                                        "X-Api-Key", "key-abcdef-123456",
                                        "Location", "https://x/?token=url-abcdef-123456",
                                        "Accept", "application/json"))
                        .build())
                .get("headers");

        assertThat(value(masked, 0)).startsWith("Bearer masked-").hasSize("Bearer tok-abcdef-123456".length());
        assertThat(new String(Base64.getDecoder().decode(value(masked, 1).substring(6)), StandardCharsets.UTF_8))
                .matches("ops:m[0-9a-f]{10}");
        assertThat(value(masked, 2)).matches("SESSION=masked-[0-9a-f]{5}; theme=x");
        assertThat(value(masked, 3)).matches("SID=masked-[0-9a-f]{5}; Path=/; HttpOnly");
        assertThat(value(masked, 4)).startsWith("masked-");
        assertThat(value(masked, 5)).startsWith("https://x/?token=masked-");
        assertThat(value(masked, 6)).isEqualTo("application/json");
    }

    @Test
    void masksSqlParametersColumnsAndLiterals() {
        var request = finding.value(Value.fields()
                .put("sql", "update t set a = ?, secret = ? where token in (?, ?) and password = 'lit-abcdef-1'")
                .put("parameters", list("aaaaaa1", "bbbbbb2", "cccccc3", "dddddd4"))
                .build());
        var response = finding.value(Value.fields()
                .put(
                        "columns",
                        Value.list(List.of(
                                Value.of("id"),
                                Value.fields()
                                        .put("label", "API_KEY")
                                        .put("type", "varchar")
                                        .build())))
                .put("rows", Value.list(List.of(list("id-1", "eeeeee5"))))
                .build());

        assertThat(secrets.found()).containsOnlyKeys("bbbbbb2", "cccccc3", "dddddd4", "lit-abcdef-1", "eeeeee5");
        assertThat(request.get("parameters").items().get(0).text()).isEqualTo("aaaaaa1");
        assertThat(request.get("sql").text()).contains("password = 'masked-");
        assertThat(response.get("rows").items().get(0).items().get(1).text())
                .startsWith("m")
                .hasSize(7);
    }

    @Test
    void masksTypedSqlValuesAndKeepsTheirTypes() {
        var request = finding.value(Value.fields()
                .put("sql", "insert into t (token, id) values (?, ?)")
                .put(
                        "batch",
                        Value.list(List.of(
                                Value.list(List.of(typed("string", "aaaaaa1"), typed("string", "id-1"))),
                                Value.list(List.of(typed("timestamp", "2026-11-21 08:30:00.5"), typed("null", null))))))
                .build());
        var response = finding.value(Value.fields()
                .put(
                        "columns",
                        Value.list(List.of(Value.fields()
                                .put("label", "token")
                                .put("type", 12)
                                .build())))
                .put(
                        "rows",
                        Value.list(List.of(
                                Value.NULL,
                                Value.list(List.of(Value.of("bbbbbb2"))),
                                Value.list(List.of(Value.fields()
                                        .put(
                                                "reads",
                                                Value.list(List.of(Value.fields()
                                                        .put("by", "getString")
                                                        .put("value", "cccccc3")
                                                        .build())))
                                        .build())))))
                .build());

        assertThat(secrets.found()).containsOnlyKeys("aaaaaa1", "bbbbbb2", "cccccc3");
        assertThat(request.get("batch")
                        .items()
                        .get(0)
                        .items()
                        .get(0)
                        .get("type")
                        .text())
                .isEqualTo("string");
        assertThat(request.get("batch").items().get(1).items().get(0))
                .isEqualTo(typed("timestamp", "2026-11-21 08:30:00.5"));
        assertThat(response.get("rows")
                        .items()
                        .get(2)
                        .items()
                        .get(0)
                        .get("reads")
                        .items()
                        .get(0)
                        .get("by")
                        .text())
                .isEqualTo("getString");
    }

    @Test
    void losesNothingThatOnlyHasAKnownName() {
        var value = Value.fields();
        for (String name :
                List.of("headers", "sql", "statements", "parameters", "batch", "arguments", "columns", "rows")) {
            value.put(name, 1);
        }

        assertThat(finding.value(value.build())).isEqualTo(value.build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into t (a, password) values (?, crypt(?, 'x')), (?, ?) | a,password,a,password",
                "INSERT INTO \"s\".\"t\" (\"a\",\"b\") VALUES (?,?) ON CONFLICT (a) DO UPDATE SET token=? | a,b,token",
                "select * from t where lower(t.token) = ? and ? = u.secret limit ? | token,secret,-",
                "delete from t where a between ? and ? or b like ? -- c = ? | a,a,b",
                "select ? , '?' from t where `x y`=?::uuid | -,x y",
                "update t set a=?, b=? where id=? | a,b,id",
                "insert into t values (?, ?) | -,-",
                "insert into t (a, b) select ?, b from u where c <> ? | -,c",
                "select a from t where (a, b) in ((?, ?)) | b,b",
                "{call p(?)} | p,"
            })
    void derivesParameterNames(String sql, String names) {
        if (sql.contains("call")) {
            assertThat(SqlScan.parameters(sql)).hasSize(1);
            return;
        }
        assertThat(SqlScan.parameters(sql))
                .extracting(name -> name == null ? "-" : name)
                .containsExactly(names.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLXNpZ24",
                "AKIAIOSFODNN7EXAMPLE",
                "4111111111111111",
                "4111 1111 1111 1111",
                "378282246310005"
            })
    void masksWhatIsASecretByItsLooks(String secret) {
        String masked = finding.text("found " + secret + ", so");

        assertThat(masked).doesNotContain(secret).hasSize(secret.length() + 10);
        assertThat(finding.text(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1d3baec6-4795-4679-8221-9e2fda6f3db2",
                "41111111-1111-4111-8111-1111deadbeef",
                "4bf92f3577b34da6a3ce92f4111111111111111d"
            })
    void anIdWithTheDigitsOfACardIsNone(String id) {
        assertThat(finding.text("order " + id + ", so")).isEqualTo("order " + id + ", so");
    }

    @Test
    void masksPrivateKeys() {
        String pem =
                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ\nEFAASCBKcwggSjAgEAAoIBAQ\n-----END PRIVATE KEY-----\n";

        String masked = finding.text(pem);

        assertThat(masked)
                .hasSameSizeAs(pem)
                .startsWith("-----BEGIN PRIVATE KEY-----\nmasked")
                .doesNotContain("MIIEvQ", "EFAASC");
        assertThat(finding.text(masked)).isEqualTo(masked);
    }

    @Test
    void masksBodiesThatAreNoText() {
        byte[] body = "\u00ffpassword=s3cr3t-Value&".getBytes(StandardCharsets.ISO_8859_1);

        byte[] masked = finding.value(Value.of(body)).bytes();

        assertThat(masked).hasSameSizeAs(body).startsWith(0xff);
        assertThat(new String(masked, StandardCharsets.ISO_8859_1)).doesNotContain("s3cr3t");
    }

    @Test
    void takesTimeInProportionToTheText() {
        for (String repeated : List.of(
                "=",
                ":",
                "://",
                "<password",
                "\"password\":\"",
                "password='",
                "token:",
                "token:'",
                "token: \"\\",
                "token:://",
                "token:a.",
                "token:Aa",
                "token=[",
                "Authorization: Basic ",
                "eyJ",
                "1 ",
                "[",
                "\\",
                "-----BEGIN PRIVATE KEY-----",
                "' ")) {
            String text = repeated.repeat(500_000 / repeated.length());
            assertThat(finding.text(text)).hasSameSizeAs(text);
            assertThat(SqlScan.parameters(text)).isEmpty();
        }
    }

    private static Value typed(String type, @Nullable String value) {
        return Value.fields().put("type", type).put("value", value).build();
    }

    private static String value(Value headers, int index) {
        return headers.items().get(index).items().get(1).requireText();
    }

    private static Value headers(String... namesAndValues) {
        var pairs = new java.util.ArrayList<Value>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(list(namesAndValues[i], namesAndValues[i + 1]));
        }
        return Value.list(pairs);
    }

    private static Value list(String... texts) {
        return Value.list(List.of(texts), Value::of);
    }
}
