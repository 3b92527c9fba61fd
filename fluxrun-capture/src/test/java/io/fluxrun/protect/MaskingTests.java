package io.fluxrun.protect;

import static io.fluxrun.protect.MaskSamples.body;
import static io.fluxrun.protect.MaskSamples.headers;
import static io.fluxrun.protect.MaskSamples.http;
import static io.fluxrun.protect.MaskSamples.info;
import static io.fluxrun.protect.MaskSamples.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Draw;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Reading;
import io.fluxrun.run.Run;
import io.fluxrun.run.Span;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskingTests {
    private static final int CHANNELS = 26;

    private final Masking masking = Masking.create(MaskRules.DEFAULT);

    @TempDir
    Path directory;

    @BeforeTry
    void createDirectory() throws IOException {
        if (directory == null) {
            directory = Files.createTempDirectory("masking");
        }
    }

    @Property(tries = 60)
    void noSecretReachesAFileThroughAnyChannel(@ForAll("secretLists") List<String> secrets) throws IOException {
        Boot boot = masking.mask(bootWith(secrets));
        Run run = masking.mask(runWith(secrets));

        Path file = directory.resolve("runs/run.json");
        FixtureFiles.write(new Fixture(run, Guard.NONE), file);
        FixtureFiles.writeBoot(boot, file.getParent());

        assertThat(FixtureFiles.read(file).run()).isEqualTo(run);
        assertThat(masking.mask(run)).isEqualTo(run);
        assertThat(masking.mask(boot)).isEqualTo(boot);
        for (String content : contents(directory)) {
            for (String secret : secrets) {
                byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
                assertThat(content)
                        .doesNotContain(secret)
                        .doesNotContain(URLEncoder.encode(secret, StandardCharsets.UTF_8))
                        .doesNotContain(Base64.getEncoder().encodeToString(bytes));
            }
        }
    }

    @Provide
    Arbitrary<List<String>> secretLists() {
        Arbitrary<String> secret = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars("ABC-_+/=%&@: !\"'\\é密")
                .ofMinLength(8)
                .ofMaxLength(40)
                .map(text -> "k3y" + text.strip() + "q7");
        return secret.list().uniqueElements().ofSize(CHANNELS);
    }

    @Test
    void masksTheSameSecretTheSameEverywhere() {
        Run run = masking.mask(runWith(Collections.nCopies(CHANNELS, "s3cr3t-value-71")));

        String mask = run.env().variables().get("PAYMENT_API_KEY").requireText();
        assertThat(mask).matches("masked-[0-9a-f]{8}");
        assertThat(run.exchanges()
                        .get(1)
                        .request()
                        .get("parameters")
                        .items()
                        .get(1)
                        .text())
                .isEqualTo(mask);
        assertThat(new String(run.exchanges().get(0).request().get("body").bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"card\":{\"paymentToken\":\"" + mask + "\"},\"n\":[1,2.50]}");
        assertThat(run.outcome().error().message()).isEqualTo("could not use " + mask + "!");
        assertThat(run.draws().get(0).values()).containsExactly(Value.of(mask));
    }

    @Test
    void wouldWriteTheSecretsWithoutMasking() throws IOException {
        Path file = directory.resolve("run.json");
        FixtureFiles.write(new Fixture(runWith(Collections.nCopies(CHANNELS, "s3cr3t-value-71")), Guard.NONE), file);

        assertThat(Files.readString(file).split("s3cr3t-value-71", -1)).hasSizeGreaterThan(25);
    }

    @Test
    void leavesWhatIsNoSecretAsItWas() {
        Run run = runWith(Collections.nCopies(CHANNELS, "true"));

        assertThat(masking.mask(run)).isEqualTo(run);
    }

    @Test
    void sharesTheMaskOfABootWithItsRuns() {
        Boot boot = masking.mask(new Boot(
                Map.of("spring.datasource.password", "pg-9f2c41d07b"),
                Environment.EMPTY,
                Map.of(),
                List.of(),
                Readiness.READY));
        Run run = masking.mask(run(List.of(), "connecting with pg-9f2c41d07b failed"));

        assertThat(run.logs().get(0).message())
                .isEqualTo("connecting with " + boot.configuration().get("spring.datasource.password") + " failed");
        assertThat(Masking.create(MaskRules.DEFAULT).mask(run)).isEqualTo(run);
    }

    @Test
    void masksAWordOnlyWhereItStandsAlone() {
        Run run = masking.mask(run(
                List.of(http(1, "https://x/?password=sunflower", body("{\"a\":\"sunflowers and sunflower\"}"))), "x"));

        String text = new String(run.exchanges().get(0).request().get("body").bytes(), StandardCharsets.UTF_8);
        assertThat(text).matches("\\{\"a\":\"sunflowers and m[0-9a-f]{8}\"}");
    }

    @Test
    void keepsWordsThatHaveAMeaning() {
        Boot boot = masking.mask(new Boot(
                Map.of(
                        "spring.datasource.password",
                        "postgres",
                        "spring.datasource.url",
                        "jdbc:postgresql://postgres/x"),
                Environment.EMPTY,
                Map.of(),
                List.of(),
                Readiness.READY));

        assertThat(boot.configuration().get("spring.datasource.url")).isEqualTo("jdbc:postgresql://postgres/x");
        assertThat(boot.configuration().get("spring.datasource.password")).isNotEqualTo("postgres");
    }

    private static Run runWith(List<String> secrets) {
        var next = secrets.iterator();
        String env = next.next();
        String column = next.next();
        String mixed = next.next();
        String basic = Base64.getEncoder().encodeToString(("ops:" + next.next()).getBytes(StandardCharsets.UTF_8));
        var http = new Exchange(
                1,
                "main",
                "http",
                "POST /authorize",
                1,
                2,
                Value.fields()
                        .put(
                                "url",
                                "https://ada:" + form(next.next()) + "@x/authorize?a=1&api_key=" + form(next.next()))
                        .put(
                                "headers",
                                headers(
                                        "X-Api-Key", env,
                                        "Authorization", "Basic " + basic,
                                        "Cookie", "SESSION=" + form(next.next()),
                                        "Proxy-Authorization", "Bearer " + next.next()))
                        .put("body", body("{\"card\":{\"paymentToken\":\"" + json(env) + "\"},\"n\":[1,2.50]}"))
                        .build(),
                Answer.of(Value.fields()
                        .put("status", 200)
                        .put("headers", headers("Set-Cookie", "SID=" + form(next.next()) + "; Path=/"))
                        .put(
                                "body",
                                body("{\"access_token\":\"" + json(next.next()) + "\",\"echo\":\"" + json(env) + "\"}"))
                        .build()));
        var jdbc = new Exchange(
                2,
                "main",
                "jdbc",
                "INSERT t",
                3,
                4,
                Value.fields()
                        .put("sql", "insert into t (id, payment_token) values (?, ?)")
                        .put("parameters", Value.list(List.of(Value.of(1), Value.of(env))))
                        .build(),
                Answer.of(Value.fields()
                        .put("columns", Value.list(List.of(Value.of("id"), Value.of("api_key"))))
                        .put("rows", Value.list(List.of(Value.list(List.of(Value.of(1), Value.of(column))))))
                        .build()));
        var form = http(3, "https://x", body("a=b&password=" + form(next.next())));
        var binary = http(4, "https://x", Value.of(concat(new byte[] {(byte) 0xff, 0}, column)));
        var encoded =
                http(5, "https://x", body("blob " + Base64.getEncoder().encodeToString(concat(new byte[2], column))));
        String nested = next.next();
        var failed = new Exchange(
                6,
                "main",
                "jdbc",
                "SELECT t",
                5,
                6,
                Value.fields()
                        .put("sql", "select 1")
                        .put("settings", Value.fields().put("secret", nested).build())
                        .build(),
                Answer.of(new Thrown("java.sql.SQLException", "no " + column, List.of(), Value.of(nested), null)));
        var thrown = new Thrown(
                "a.B",
                "could not use " + env + "!",
                List.of("a.B#c:1"),
                Value.NULL,
                new Thrown("a.C", nested + " again", List.of(), Value.NULL, null));
        return new Run(
                Run.RULES,
                info("GET /x?token=" + form(mixed)),
                new Entry(
                        Entry.Kind.HTTP,
                        "GET /x",
                        Value.fields()
                                .put("target", "/x?token=" + form(mixed))
                                .put("headers", headers("X-Auth-Token", next.next()))
                                .build()),
                new Outcome(
                        Outcome.Status.FAILED,
                        Value.fields()
                                .put("status", 503)
                                .put("body", body("seen: " + mixed))
                                .build(),
                        thrown,
                        new FailureSignature("a.B", "could not use " + env, 503, List.of(), 2, null),
                        List.of()),
                null,
                new Environment(
                        Map.of("PAYMENT_API_KEY", Value.of(env), "HARMLESS", Value.of(column)),
                        Map.of("db.password", Value.of(next.next()))),
                List.of(new LaneInfo("main", null)),
                List.of(new Span(1, 0, "main", "pay " + env, 1, 2, Value.of(column), Value.of(mixed), thrown)),
                List.of(http, jdbc, form, binary, encoded, failed),
                List.of(new Reading(
                        "main", "System.getenv", "a.B#c", List.of(Value.of(env), Value.of(1763712345678L)))),
                List.of(new Draw("main", "UUID.randomUUID()", "a.B#c", List.of(Value.of(env)))),
                List.of(),
                List.of(new LogEvent("main", 1, "WARN", "a.B", "used " + column + " and " + mixed, thrown)));
    }

    private static Boot bootWith(List<String> secrets) {
        String password = secrets.get(CHANNELS - 1);
        return new Boot(
                Map.of(
                        "spring.datasource.password",
                        password,
                        "spring.datasource.url",
                        "jdbc:postgresql://db/x?user=a&password=" + form(secrets.get(CHANNELS - 2))),
                new Environment(Map.of("TOKEN_SECRET", Value.of(secrets.get(CHANNELS - 3))), Map.of()),
                new HashMap<>(Map.of("getURL", Value.of("jdbc:x;note=" + password))),
                List.of(http(1, "https://x", body("note: " + password))),
                Readiness.READY);
    }

    private static byte[] concat(byte[] start, String text) {
        byte[] rest = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + rest.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        return all;
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static List<String> contents(Path directory) throws IOException {
        var contents = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                contents.add(text);
                contents.add(text.replace("\\\"", "\"").replace("\\\\", "\\"));
            }
        }
        return contents;
    }
}
