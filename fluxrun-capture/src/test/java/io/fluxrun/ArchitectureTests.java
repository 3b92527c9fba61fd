package io.fluxrun;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("io.fluxrun");

    @Test
    void looksAtTheWholeModule() {
        assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
                .contains("io.fluxrun.run", "io.fluxrun.scope", "io.fluxrun.replay", "io.fluxrun.agent");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.fluxrun.(**)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void theModelIsPureData() {
        noClasses()
                .that()
                .resideInAPackage("io.fluxrun.run")
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideOutsideOfPackages("java..", "io.fluxrun.run", "org.jspecify.."))
                .check(classes);
    }

    @Test
    void boundariesKnowNeitherRecorderNorAgent() {
        noClasses()
                .that()
                .resideInAPackage("io.fluxrun.boundary..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.fluxrun.record..", "io.fluxrun.agent..", "io.fluxrun.store..", "io.fluxrun.fixture..")
                .check(classes);
    }

    @Test
    void recordingAndReplayDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.fluxrun.record..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fluxrun.replay..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("io.fluxrun.replay..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fluxrun.record..")
                .check(classes);
    }

    @Test
    void theBridgeNamesOnlyJavaBase() {
        classes()
                .that()
                .resideInAPackage("io.fluxrun.bridge")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.io..",
                        "java.time..",
                        "java.security..",
                        "io.fluxrun.bridge",
                        "org.jspecify..")
                .check(classes);
    }

    @Test
    void nothingPointsBackAtTestsOrBuildTools() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.junit..",
                        "org.apache.maven..",
                        "org.springframework..",
                        "jakarta..",
                        "org.apache.catalina..")
                .check(classes);
    }

    @Test
    void onlyTheAgentsStartPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.fluxrun.agent", "io.fluxrun.launch")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }
}
