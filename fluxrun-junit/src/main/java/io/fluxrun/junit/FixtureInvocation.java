package io.fluxrun.junit;

import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One test of one fixture. */
record FixtureInvocation(String name, Extension replay) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
        return name.isBlank() ? "(no fixture named)" : name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(replay);
    }
}
