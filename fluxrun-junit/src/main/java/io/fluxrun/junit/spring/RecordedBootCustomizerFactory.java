package io.fluxrun.junit.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Keys the contexts of replaying tests by the recorded boot, so that one context serves all fixtures of that boot. */
public final class RecordedBootCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        var fixture = TestBoot.of(testClass);
        return fixture == null
                ? null
                : new RecordedBootKey(String.valueOf(fixture.fixture().run().boot()));
    }

    /** Part of Spring's cache key. {@link ReplayedStart} does the work, because it must begin before there is a context. */
    private record RecordedBootKey(String hash) implements ContextCustomizer {
        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration mergedConfiguration) {}
    }
}
