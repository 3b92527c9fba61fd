package io.fluxrun.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("io.fluxrun.maven");

    @Test
    void onlyGoalsArePublic() {
        assertThat(classes.stream()
                        .filter(type -> type.getPackageName().equals("io.fluxrun.maven"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.isAssignableTo(AbstractMojo.class)))
                .isEmpty();
    }

    @Test
    void theForkNeedsJUnitAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("io.fluxrun.maven.fork")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.junit.platform..", "io.fluxrun.maven.fork", "org.jspecify..")
                .check(classes);
    }

    @Test
    void onlyJsonGoesToStandardOutput() {
        noClasses()
                .that()
                .areNotAssignableTo(AbstractStoreMojo.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    @Test
    void noClassGrewBeyondAFewTasks() {
        assertThat(classes.stream().map(JavaClass::getSimpleName)).contains("Exporter", "ForkedTests");
        assertThat(classes.stream().filter(type -> type.getMethods().size() > 25))
                .isEmpty();
    }
}
