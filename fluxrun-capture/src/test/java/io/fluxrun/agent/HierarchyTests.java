package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HierarchyTests {
    private static final String[] DIRECT = {"java/util/ArrayList"};

    /** Asked for a file it loads a class, whose own supertypes are wanted then. */
    @Test
    void aLoaderMayComeBackWhileItIsAsked() {
        var hierarchy = new Hierarchy();
        var loader = new ClassLoader() {
            private boolean inside;
            private Set<String> found = Set.of();

            @Override
            public InputStream getResourceAsStream(String name) {
                if (!inside) {
                    inside = true;
                    found = hierarchy.supertypes(DIRECT, this);
                }
                return super.getResourceAsStream(name);
            }
        };

        assertThat(hierarchy.supertypes(DIRECT, loader)).contains("java/util/AbstractList", "java/lang/Iterable");
        assertThat(loader.found).contains("java/util/AbstractList", "java/lang/Iterable");
    }
}
