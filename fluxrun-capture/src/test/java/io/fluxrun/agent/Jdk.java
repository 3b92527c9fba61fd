package io.fluxrun.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The JDKs of this machine: the one that runs the tests, and those installed beside it. */
final class Jdk {
    private Jdk() {}

    /** Returns the {@code java} of a version, {@code null} if there is none. */
    static @Nullable String java(int version) throws IOException {
        var own = Path.of(System.getProperty("java.home"));
        if (Runtime.version().feature() == version) {
            return own.resolve("bin/java").toString();
        }
        try (var installed = Files.list(own.getParent())) {
            return installed
                    .filter(home -> isVersion(home, version))
                    .map(home -> home.resolve("bin/java").toString())
                    .findFirst()
                    .orElse(null);
        }
    }

    private static boolean isVersion(Path home, int version) {
        try {
            return Files.isExecutable(home.resolve("bin/java"))
                    && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + version);
        } catch (IOException noJdk) {
            return false;
        }
    }
}
