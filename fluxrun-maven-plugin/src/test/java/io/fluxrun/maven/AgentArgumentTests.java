package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AgentArgumentTests {
    private final AgentArgument argument = new AgentArgument(Path.of("/m2/fluxrun-agent.jar"), "mode=replay");

    @Test
    void comesFirst() {
        assertThat(argument.prependedTo(null)).isEqualTo("-javaagent:/m2/fluxrun-agent.jar=mode=replay");
        assertThat(argument.prependedTo("-Xmx1g -javaagent:/m2/jacoco.jar=destfile=x"))
                .isEqualTo("-javaagent:/m2/fluxrun-agent.jar=mode=replay -Xmx1g -javaagent:/m2/jacoco.jar=destfile=x");
    }

    @Test
    void replacesItsFormerSelf() {
        var once = argument.prependedTo("-Da='b c' -javaagent:/m2/fluxrun-agent.jar -Dx=\"y z\" @{late}");

        assertThat(once).isEqualTo("-javaagent:/m2/fluxrun-agent.jar=mode=replay -Da='b c' -Dx=\"y z\" @{late}");
        assertThat(argument.prependedTo(once)).isEqualTo(once);
    }

    @Test
    void isQuotedWhenThePathHasSpaces() {
        var spaced = new AgentArgument(Path.of("/my repository/agent.jar"), "");

        var once = spaced.prependedTo("-Xmx1g");

        assertThat(once).isEqualTo("\"-javaagent:/my repository/agent.jar\" -Xmx1g");
        assertThat(spaced.prependedTo(once)).isEqualTo(once);
    }

    @Test
    void readsALineOfArguments() {
        assertThat(ArgumentLine.meant(" -Xmx1g  \"-Da=b c\" -Dd='e $1 f' "))
                .containsExactly("-Xmx1g", "-Da=b c", "-Dd=e $1 f");
        assertThat(ArgumentLine.meant("")).isEmpty();
    }
}
