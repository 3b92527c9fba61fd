package io.fluxrun.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(java.nio.file.Path.of("target/classes"));

    @Test
    void theSurfaceIsSmall() {
        assertThat(classes.stream()
                        .filter(type -> type.getPackageName().equals("io.fluxrun.junit"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("ReplayFixture", "Replay", "ReplayAssert", "ReplayTarget", "Expect");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.fluxrun.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void onlyTheSpringAdapterKnowsSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fluxrun.junit.spring")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.fluxrun.junit.spring")
                .check(classes);
    }

    @Test
    void noRelocatedLibraryIsUsedFromOutsideItsJar() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..", "net.bytebuddy..")
                .check(classes);
    }

    @Test
    void onlyTheFloorOfJUnitIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.junit.jupiter.api.MediaType")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit.platform.engine..", "org.junit.jupiter.engine..")
                .check(classes);
    }

    @Test
    void nothingPrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }
}
