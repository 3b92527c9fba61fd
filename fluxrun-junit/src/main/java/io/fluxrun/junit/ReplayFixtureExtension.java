package io.fluxrun.junit;

import io.fluxrun.junit.fixtures.FixtureLookup;
import io.fluxrun.junit.fixtures.FixtureNotFoundException;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** One invocation per fixture. A fixture that is not there is an invocation too, so that it fails as a test. */
final class ReplayFixtureExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), ReplayFixture.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        var annotation = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), ReplayFixture.class)
                .orElseThrow(() -> new ExtensionConfigurationException("@ReplayFixture is not on the test method"));
        try {
            return FixtureLookup.find(context.getRequiredTestClass(), annotation.value()).stream()
                    .map(fixture ->
                            new FixtureInvocation(fixture.name(), new GuardedReplay(fixture, annotation.expect())));
        } catch (FixtureNotFoundException notFound) {
            return Stream.of(new FixtureInvocation(annotation.value(), new UnusableFixture(notFound)));
        }
    }
}
