package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Outcome;
import io.fluxrun.run.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptedResultTests {
    @Test
    void showsWhatCameBackOnOneLine() {
        assertThat(AcceptedResult.of(Samples.completed(200))).isEqualTo("{}");
        assertThat(returned(Value.NULL)).isEqualTo("nothing");
        assertThat(returned(Value.of(""))).isEqualTo("nothing");
        assertThat(returned(Value.of("two\nlines"))).isEqualTo("two lines");
        assertThat(returned(Value.fields()
                        .put("id", 7)
                        .put("raw", Value.of(new byte[] {'a'}))
                        .put("of", Value.list(List.of(Value.of("b"))))
                        .build()))
                .isEqualTo("{ \"id\": 7, \"raw\": \"a\", \"of\": [ \"b\" ] }");
        assertThat(returned(Value.of("x".repeat(1_000)))).hasSize(200).endsWith("…");
    }

    private static String returned(Value value) {
        return AcceptedResult.of(new Outcome(Outcome.Status.COMPLETED, value, null, null, List.of()));
    }
}
