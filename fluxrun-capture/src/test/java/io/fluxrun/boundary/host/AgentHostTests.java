package io.fluxrun.boundary.host;

import com.acme.pay.Gateway;
import com.acme.pay.RealGateway;
import io.fluxrun.agent.SelfAttachment;
import org.junit.jupiter.api.BeforeAll;

/** Implementations of an annotated interface, called as they are. */
class AgentHostTests extends HostContract {
    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @Override
    Gateway gateway(RealGateway real) {
        return real;
    }
}
