package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BridgeProtocolTests {
    @Test
    void anotherProtocolIsOneErrorThatNamesBoth() {
        assertThatThrownBy(() -> AgentInstaller.requireSameProtocol(Older.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("FluxRun 0.0.1", "protocol 0", "protocol 1", "the same version");
    }

    @Test
    void theSameProtocolIsWelcome() {
        Installed.hooks();
        var bridge = BridgeClass.find();
        assertThat(bridge).isNotNull();
        assertThatCode(() -> AgentInstaller.requireSameProtocol(bridge)).doesNotThrowAnyException();
        assertThat(String.valueOf(BridgeClass.get(bridge, "owner"))).startsWith("FluxRun 0.");
    }

    /** The bridge of a FluxRun that this one cannot work with. */
    public static final class Older {
        public static final int PROTOCOL = 0;
        public static String owner = "FluxRun 0.0.1";

        private Older() {}
    }
}
