package io.fluxrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.record.Limits;
import io.fluxrun.record.RecorderSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FluxRunOptionsTests {
    @ParameterizedTest(name = "POM {0}, agent {1}, environment {2}, property {3} -> {4}")
    @CsvSource({
        ",,,, file:.fluxrun",
        "file:pom,,,, file:pom",
        "file:pom, file:agent,,, file:agent",
        "file:pom, file:agent, file:env,, file:env",
        "file:pom, file:agent, file:env, file:prop, file:prop",
        "file:pom,,, file:prop, file:prop",
        ", file:agent,, file:prop, file:prop",
        ",, file:env,, file:env",
        "file:pom,, '  ',, file:pom",
    })
    void theNearerSourceWins(
            @Nullable String pom,
            @Nullable String agent,
            @Nullable String env,
            @Nullable String property,
            String expected) {
        var options = FluxRunOptions.of(
                pom == null ? Map.of() : Map.of("fluxrun.store", pom),
                agent == null ? null : "store=" + agent,
                name -> name.equals("FLUXRUN_STORE") ? env : null,
                name -> name.equals("fluxrun.store") ? property : null);

        assertThat(options.store()).isEqualTo(expected);
        assertThat(options.problems()).isEmpty();
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        var options = options("");

        assertThat(options.records()).isTrue();
        assertThat(options.mode()).isEqualTo(FluxRunOptions.Mode.RECORD);
        assertThat(options.masks()).isEmpty();
        assertThat(options.recorder())
                .isEqualTo(new RecorderSettings(Limits.DEFAULT, null, null, null, null, 0, ".fluxrun/stop"));
    }

    @Test
    void theAgentArgumentTakesNamesWithAndWithoutPrefixAndListsAsValues() {
        var options = options("fluxrun.limit.body=1MB,mask=pin, iban,limit.signature=2,slow=250,header.force=X-Keep");

        assertThat(options.problems()).isEmpty();
        assertThat(options.masks()).containsExactly("iban", "pin");
        assertThat(options.recorder().limits().body()).isEqualTo(1 << 20);
        assertThat(options.recorder().limits().signature()).isEqualTo(2);
        assertThat(options.recorder().slowMillis()).isEqualTo(250);
        assertThat(options.recorder().forceHeader()).isEqualTo("X-Keep");
    }

    @Test
    void printsItselfAsAnAgentArgumentThatMeansTheSame() {
        var options = options("limit.body=1MB,mask=pin,iban,store=file:/var/runs,killfile=/tmp/stop");

        var again = options(options.agentArgument());

        assertThat(again.agentArgument()).isEqualTo(options.agentArgument()).contains("mask=pin,iban");
        assertThat(again.recorder()).isEqualTo(options.recorder());
        assertThat(options("").agentArgument()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"65536,65536", "64KB,65536", "64k,65536", "64 KiB,65536", "2MB,2097152", "1g,1073741824", "7b,7"})
    void sizesHaveUnits(String text, long bytes) {
        assertThat(options("limit.process=" + text).recorder().limits().process())
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit.body=much", "limit.exchanges=0", "enabled=yes", "mode=on", "slow=1s", "store=runs"})
    void aMalformedValueNamesTheKeyAndTheFormAndSwitchesRecordingOff(String argument) {
        var options = options(argument);

        assertThat(options.records()).isFalse();
        String key = argument.substring(0, argument.indexOf('='));
        assertThat(options.problems())
                .singleElement()
                .asString()
                .contains(
                        key + " in the agent argument is not ",
                        OptionKey.named(key).form().allowed());
    }

    @Test
    void anUnknownKeyIsAProblemThatListsTheKeys() {
        var options = options("limit.bodies=3");

        assertThat(options.records()).isFalse();
        assertThat(options.problems())
                .singleElement()
                .asString()
                .startsWith(
                        "unknown option 'limit.bodies' in the agent argument; the options are boundary, boundary.write,"
                                + " commit, enabled,")
                .doesNotContain("\n");
        assertThat(options("nonsense").problems()).hasSize(1);
    }

    @Test
    void aMalformedSystemPropertyIsNamedAsOne() {
        var options = FluxRunOptions.of(
                Map.of(), null, name -> null, name -> name.equals("fluxrun.limit.disk") ? "lots" : null);

        assertThat(options.problems())
                .containsExactly("'lots' for the system property fluxrun.limit.disk is not a number of bytes, or one"
                        + " with a unit, as in 64KB or 1MB");
    }

    @Test
    void packagesTypesAndMethodsAreNamedAsSpans() {
        assertThat(options("span=com.acme.orders.*,com.acme.Pricing#quote").spans())
                .containsExactly("com.acme.Pricing#quote", "com.acme.orders.*");
        assertThat(options("").spans()).isEmpty();
    }

    @Test
    void theSwitchAndTheModeTurnRecordingOff() {
        assertThat(options("enabled=false").records()).isFalse();
        assertThat(options("mode=replay").records()).isFalse();
        assertThat(options("mode=replay").enabled()).isTrue();
    }

    private static FluxRunOptions options(String agentArgument) {
        return FluxRunOptions.of(Map.of(), agentArgument, name -> null, name -> null);
    }
}
