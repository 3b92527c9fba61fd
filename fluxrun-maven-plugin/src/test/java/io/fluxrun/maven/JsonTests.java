package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTests {
    @Test
    void writesEveryKindOfValue() {
        var value = Value.fields()
                .put("text", "a\"b\\c\n\u001b\u2028")
                .put("number", 7)
                .put("flag", Value.of(true))
                .put("nothing", Value.NULL)
                .put("list", Value.list(List.of(Value.of(1), Value.of(2))))
                .put("empty", Value.list(List.of()))
                .build();

        assertThat(Json.of(value)).isEqualTo("""
                        {
                          "text": "a\\"b\\\\c\\u000a\\u001b\\u2028",
                          "number": 7,
                          "flag": true,
                          "nothing": null,
                          "list": [
                            1,
                            2
                          ],
                          "empty": []
                        }
                        """);
    }
}
