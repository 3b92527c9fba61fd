package io.fluxrun.junit.spring;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * System properties as the application saw them: the recorded ones, those of the JVM itself, and those that the
 * application sets. What was set for this test's JVM from outside is hidden.
 */
final class RecordedSystemProperties extends EnumerablePropertySource<Map<String, Object>> {
    private static final Pattern OF_THE_JVM =
            Pattern.compile("(java|javax|jdk|sun|os|user|file|line|path|native|stdout|stderr)\\..*");

    private final Set<String> hidden = System.getProperties().stringPropertyNames().stream()
            .filter(name -> !OF_THE_JVM.matcher(name).matches())
            .collect(Collectors.toUnmodifiableSet());

    RecordedSystemProperties(Map<String, Object> recorded) {
        super(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, recorded);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        var recorded = source.get(name);
        return recorded != null || hidden.contains(name) ? recorded : System.getProperty(name);
    }

    @Override
    public String[] getPropertyNames() {
        var names = new LinkedHashSet<>(source.keySet());
        names.addAll(System.getProperties().stringPropertyNames());
        names.removeIf(name -> !source.containsKey(name) && hidden.contains(name));
        return names.toArray(new String[0]);
    }
}
