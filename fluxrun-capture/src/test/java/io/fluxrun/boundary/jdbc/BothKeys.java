package io.fluxrun.boundary.jdbc;

import io.fluxrun.replay.RequestKey;
import io.fluxrun.run.Value;

/** SQL is normalised, everything else compared as it is. */
final class BothKeys implements RequestKey {
    private final JdbcKey jdbc = new JdbcKey();

    @Override
    public String boundary() {
        return "any";
    }

    @Override
    public Value key(Value request) {
        return request.get("sql").isNull() ? request : jdbc.key(request);
    }
}
