package io.fluxrun.record;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the application's build left in its jar about itself: {@code git.properties} and {@code build-info.properties}. */
final class BuildInfo {
    private static final List<String> ROOTS = List.of("", "BOOT-INF/classes/", "WEB-INF/classes/");

    private BuildInfo() {}

    /** Fills in what is not set. */
    static RecorderSettings complete(RecorderSettings settings) {
        var git = read("git.properties");
        var build = read("META-INF/build-info.properties");
        return new RecorderSettings(
                settings.limits(),
                first(settings.service(), build.getProperty("build.name"), build.getProperty("build.artifact")),
                first(settings.version(), build.getProperty("build.version"), git.getProperty("git.build.version")),
                first(
                        settings.commit(),
                        git.getProperty("git.commit.id.full"),
                        git.getProperty("git.commit.id"),
                        git.getProperty("git.commit.id.abbrev")),
                settings.forceHeader(),
                settings.slowMillis(),
                settings.killFile());
    }

    private static Properties read(String name) {
        var properties = new Properties();
        for (String root : ROOTS) {
            try (var stream = ClassLoader.getSystemResourceAsStream(root + name)) {
                if (stream != null) {
                    properties.load(stream);
                    return properties;
                }
            } catch (IOException | IllegalArgumentException unreadable) {
                properties.clear();
            }
        }
        return properties;
    }

    private static @Nullable String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return null;
    }
}
