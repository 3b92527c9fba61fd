package io.fluxrun.record;

import io.fluxrun.hook.HookPoint;
import java.util.List;

/** What an application is told from outside its jar, as Spring's property sources hand it out. */
public final class ConfigurationBoundary {
    public static final String NAME = "configuration";

    private ConfigurationBoundary() {}

    /**
     * Returns where settings are read. The map's own method is the innermost one: there a variable's real name is known,
     * whatever spelling was asked for.
     */
    public static List<HookPoint> points() {
        var hook = new PropertyReadHook();
        return List.of(
                read("org.springframework.core.env.MapPropertySource", hook),
                read("org.springframework.core.env.CommandLinePropertySource", hook),
                read("org.springframework.boot.env.ConfigTreePropertySource", hook));
    }

    private static HookPoint read(String type, PropertyReadHook hook) {
        return HookPoint.on(NAME, type, hook, "getProperty(Ljava/lang/String;)");
    }
}
