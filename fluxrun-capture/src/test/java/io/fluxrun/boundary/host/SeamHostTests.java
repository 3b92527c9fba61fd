package io.fluxrun.boundary.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.pay.Gateway;
import com.acme.pay.RealGateway;
import io.fluxrun.FluxRun;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SeamHostTests extends HostContract {
    @Override
    Gateway gateway(RealGateway real) {
        return FluxRun.boundary(Gateway.class, real);
    }

    @Test
    void onlyInterfacesAreWrapped() {
        assertThatThrownBy(() -> FluxRun.boundary(RealGateway.class, new RealGateway()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FluxRun.boundary wraps interfaces, and com.acme.pay.RealGateway is none. Mark the class or"
                        + " its methods with @Boundary instead.");
    }

    @Test
    void anInterfaceOfTheJdkCanBeWrapped() throws Exception {
        var recorded = HostRuns.record(() -> shout(given -> given + "!"));
        var replay = HostRuns.replay(recorded.exchanges());
        assertThat(HostRuns.inLane(replay.main(), () -> shout(given -> "run"))).isEqualTo("a!");
    }

    private static Object shout(UnaryOperator<Object> operator) {
        Function<?, ?> wrapped = FluxRun.boundary(Function.class, operator);
        @SuppressWarnings("unchecked")
        var callable = (Function<Object, Object>) wrapped;
        return callable.apply("a");
    }
}
