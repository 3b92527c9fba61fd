package io.fluxrun.agent;

import java.util.List;

/** Every way to read one environment variable or system property. */
final class EnvironmentRows {
    private static final String TEXT = "Ljava/lang/String;";
    private static final String SYSTEM = "java/lang/System";

    private EnvironmentRows() {}

    static List<CallRow> all() {
        return List.of(
                row(SYSTEM, "getenv()Ljava/util/Map;"),
                row(SYSTEM, "getenv(" + TEXT + ")" + TEXT),
                row(SYSTEM, "getProperty(" + TEXT + ")" + TEXT),
                row(SYSTEM, "getProperty(" + TEXT + TEXT + ")" + TEXT),
                row("java/lang/Boolean", "getBoolean(" + TEXT + ")Z"),
                row("java/lang/Integer", "getInteger(" + TEXT + ")Ljava/lang/Integer;"),
                row("java/lang/Integer", "getInteger(" + TEXT + "I)Ljava/lang/Integer;"),
                row("java/lang/Integer", "getInteger(" + TEXT + "Ljava/lang/Integer;)Ljava/lang/Integer;"),
                row("java/lang/Long", "getLong(" + TEXT + ")Ljava/lang/Long;"),
                row("java/lang/Long", "getLong(" + TEXT + "J)Ljava/lang/Long;"),
                row("java/lang/Long", "getLong(" + TEXT + "Ljava/lang/Long;)Ljava/lang/Long;"));
    }

    private static CallRow row(String owner, String method) {
        return CallRow.written(owner, method, "", method.substring(0, method.indexOf('(')));
    }
}
