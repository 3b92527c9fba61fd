package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSourceTests {
    @TempDir
    private Path root;

    @Test
    void isAPlainReadableTest() throws IOException {
        assertThat(source(Samples.outage()).writeTo(root))
                .isEqualTo(root.resolve("com/example/orders/OrdersOrd01Returns503Test.java"))
                .hasContent("""
                        package com.example.orders;

                        import io.fluxrun.junit.ReplayFixture;
                        import org.springframework.boot.test.context.SpringBootTest;

                        /**
                         * Replays run run_0123456789: GET /orders/ord_01, recorded 2026-11-20T10:15:30Z in orders-service.
                         * It broke at http POST /stock/check.
                         */
                        @SpringBootTest(
                                webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT
                        )
                        class OrdersOrd01Returns503Test {
                            @ReplayFixture("ord_01-503.json")
                            void noLongerReturns503() {
                                // The replay and its guard are the annotation's; assert more here if the repair promises more.
                            }
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/*/ static { System.exit(1); } /*",
                "/\\u002a\\u002f static {}",
                "/$T/$L/$$",
                "/<script>{@code",
                "/\"); }",
                "/@deprecated"
            })
    void neverTurnsRecordedTextIntoCode(String target) throws IOException {
        var project = Project.at(root.resolve("project"));
        var run = Samples.http("run_1", "GET", target, List.of());

        var file = source(run).writeTo(root);

        assertThat(Files.readString(file))
                .doesNotContain("\\", "<", "{@", "@deprecated", "$", "/*/", "static {")
                .containsOnlyOnce("*/");
        TestCompiler.compile(file, root.resolve("classes"), project.module().testClassPath());
        assertThat(WorkDirectory.files(root.resolve("classes"))).hasSize(1);
    }

    private static TestSource source(Run run) {
        return new TestSource(run, Names.of(run), "com.example.orders", TestSource.Context.HTTP_PORT, null);
    }
}
