package io.fluxrun.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the application read while starting, before any run; recorded once per application start and shared by its runs
 * through a content hash.
 *
 * @param configuration settings from outside the jar, by property name as it was asked for
 * @param metadata JDBC metadata and connection defaults, by {@code DatabaseMetaData} getter
 * @param exchanges boot SQL and HTTP, served in any order
 */
public record Boot(
        Map<String, String> configuration,
        Environment env,
        Map<String, Value> metadata,
        List<Exchange> exchanges,
        Readiness readiness) {
    public static final Boot EMPTY = new Boot(Map.of(), Environment.EMPTY, Map.of(), List.of(), Readiness.READY);

    public Boot {
        configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        exchanges = List.copyOf(exchanges);
    }
}
