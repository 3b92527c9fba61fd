package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestEngine;
import org.springframework.boot.SpringBootVersion;
import org.springframework.core.SpringVersion;

/** That a build which claims to test certain versions tests those. */
class SupportedVersionsTests {
    @Test
    void areTheOnesThatThisBuildAskedFor() {
        var junit = Test.class.getPackage().getImplementationVersion();
        var engine = ServiceLoader.load(TestEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.getId().equals("junit-jupiter"))
                .findFirst()
                .orElseThrow();

        assertThat(junit).isNotBlank().isEqualTo(System.getProperty("expected.junit"));
        assertThat(engine.getVersion()).hasValue(junit);
        assertThat(SpringVersion.getVersion()).isNotBlank().isEqualTo(System.getProperty("expected.spring"));
        assertThat(SpringBootVersion.getVersion()).isNotBlank().isEqualTo(System.getProperty("expected.spring-boot"));
        System.out.println("fluxrun-junit runs on JUnit " + junit + ", Spring " + SpringVersion.getVersion()
                + " and Spring Boot " + SpringBootVersion.getVersion() + " in Java " + Runtime.version());
    }
}
