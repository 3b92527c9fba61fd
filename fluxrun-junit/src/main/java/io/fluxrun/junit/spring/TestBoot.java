package io.fluxrun.junit.spring;

import io.fluxrun.fixture.LoadedFixture;
import io.fluxrun.junit.ReplayFixture;
import io.fluxrun.junit.fixtures.FixtureLookup;
import io.fluxrun.junit.fixtures.LocatedFixture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The recorded start that a test class's context is started with: that of its first fixture. */
final class TestBoot {
    private TestBoot() {}

    /**
     * Returns the first fixture that can be read, {@code null} if the class replays none.
     *
     * @throws RuntimeException of the first fixture, if none can be read
     */
    static @Nullable LoadedFixture of(@Nullable Class<?> test) {
        RuntimeException unreadable = null;
        for (var fixture : fixtures(test)) {
            try {
                return LoadedFixture.read(fixture.name(), fixture.file());
            } catch (RuntimeException e) {
                unreadable = unreadable == null ? e : unreadable;
            }
        }
        if (unreadable != null) {
            throw unreadable;
        }
        return null;
    }

    private static List<LocatedFixture> fixtures(@Nullable Class<?> test) {
        var fixtures = new ArrayList<LocatedFixture>();
        if (test != null) {
            for (var method : AnnotationSupport.findAnnotatedMethods(
                    test, ReplayFixture.class, HierarchyTraversalMode.TOP_DOWN)) {
                AnnotationSupport.findAnnotation(method, ReplayFixture.class)
                        .ifPresent(annotation -> fixtures.addAll(FixtureLookup.find(test, annotation.value())));
            }
        }
        return fixtures;
    }
}
