package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.sites.EveryApi;
import com.acme.sites.JdkApi;
import io.fluxrun.run.Reading;
import io.fluxrun.run.Run;
import io.fluxrun.run.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Every API for time and randomness, in the tests' own JVM; {@link SitesIT} has the same in JVMs of their own. */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
class EveryApiTests {
    /** Their readings name no year. */
    private static final Pattern WITHOUT_A_YEAR =
            Pattern.compile("(System\\.nanoTime|LocalTime|OffsetTime|MonthDay)\\b.*");

    private static EveryApi every;
    private static Run run;
    private static String said;

    @BeforeAll
    static void record() throws Exception {
        SelfAttachment.install();
        every = new EveryApi();
        run = SiteRecording.of(every::run);
        said = run.outcome().error().message();
    }

    @Test
    void everyApiOfThisJdkIsRewritten() throws Exception {
        var apis = EveryApi.apis();
        assertThat(apis.size()).isGreaterThan(380);
        assertThat(notInTheTable(apis)).isEmpty();
    }

    @Test
    void whatARunReadItReadsAgainUnderAnotherZoneAndLocale() throws Exception {
        assertThat(said.lines().count()).isGreaterThan(every.rows());
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            for (int i = 0; i < 5; i++) {
                assertThat(SiteReplay.differences(said, SiteReplay.message(run, every::run)))
                        .isEmpty();
            }
            assertThat(TimeZone.getDefault().getID()).isEqualTo("Pacific/Chatham");
            assertThat(Locale.getDefault().toLanguageTag()).isEqualTo("ar-EG");
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void aRunOfEightYearsAgoReadsNothingOfToday() throws Exception {
        var replayed = SiteReplay.message(eightYearsEarlier(run), every::run);
        var today = said.lines()
                .filter(line ->
                        EveryApi.isClock(line) && !WITHOUT_A_YEAR.matcher(line).matches())
                .toList();
        assertThat(today.size()).isGreaterThan(100);
        assertThat(replayed.lines().filter(today::contains)).isEmpty();
    }

    /** Returns what an application can call and the agent would not see. */
    static List<String> notInTheTable(List<JdkApi.Api> apis) {
        var table = new CallTable();
        return apis.stream()
                .filter(api -> !table.method(
                        Type.getInternalName(api.owner()),
                        api.method() instanceof Method method ? method.getName() : "<init>",
                        api.method() instanceof Method method
                                ? Type.getMethodDescriptor(method)
                                : Type.getConstructorDescriptor((Constructor<?>) api.method())))
                .map(Object::toString)
                .toList();
    }

    static Run eightYearsEarlier(Run run) {
        var readings = run.readings().stream()
                .map(reading -> new Reading(
                        reading.lane(),
                        reading.api(),
                        reading.site(),
                        reading.values().stream()
                                .map(value -> earlier(reading.api(), value))
                                .toList()))
                .toList();
        return new Run(
                run.rules(),
                run.info(),
                run.entry(),
                run.outcome(),
                run.boot(),
                run.env(),
                run.lanes(),
                run.spans(),
                run.exchanges(),
                readings,
                run.draws(),
                run.order(),
                run.logs());
    }

    private static Value earlier(String api, Value value) {
        if (value.text() != null) {
            int year = Year.now().getValue();
            return Value.of(value.requireText().replaceFirst("^" + year, String.valueOf(year - 8)));
        }
        return api.contains("nanoTime")
                ? value
                : Value.of(value.asLong() - Duration.ofDays(8 * 365).toMillis());
    }
}
