package io.fluxrun.junit.spring;

import io.fluxrun.replay.BootSession;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The configuration from outside the jar, as it was in production, in place of this machine's. Masked values are served
 * as they are.
 */
record RecordedConfiguration(String hash, Boot boot, BootSession session) {
    static final String BOOT = "fluxrun.boot";
    static final String SESSION = "fluxrun.session";

    private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]*");
    private static final String RECORDED = "fluxrunRecordedConfiguration";
    private static final String OVERRIDES = "fluxrunReplay";

    void applyTo(ConfigurableEnvironment environment) {
        var sources = environment.getPropertySources();
        var variables = texts(boot.env().variables());
        var properties = new HashMap<String, Object>();
        boot.configuration()
                .forEach((name, value) -> (VARIABLE.matcher(name).matches() ? variables : properties).put(name, value));
        put(
                sources,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        sources.addAfter(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new MapPropertySource(RECORDED, properties));
        put(sources, new RecordedSystemProperties(texts(boot.env().properties())));
        var overrides = new HashMap<>(overrides());
        overrides.put(SESSION, session);
        sources.addFirst(new MapPropertySource(OVERRIDES, overrides));
    }

    /** What a replay does not do: prepare a database that is not there, or take production's port. */
    private Map<String, Object> overrides() {
        return Map.of(
                BOOT,
                hash,
                "spring.flyway.enabled",
                "false",
                "spring.liquibase.enabled",
                "false",
                "spring.jpa.hibernate.ddl-auto",
                "none",
                "spring.sql.init.mode",
                "never",
                "spring.main.banner-mode",
                "off",
                "server.port",
                "0");
    }

    private static void put(MutablePropertySources sources, org.springframework.core.env.PropertySource<?> recorded) {
        if (sources.contains(recorded.getName())) {
            sources.replace(recorded.getName(), recorded);
        } else {
            sources.addLast(recorded);
        }
    }

    private static Map<String, Object> texts(Map<String, Value> values) {
        var texts = new HashMap<String, Object>();
        values.forEach((name, value) -> {
            if (value.text() != null) {
                texts.put(name, value.text());
            }
        });
        return texts;
    }
}
