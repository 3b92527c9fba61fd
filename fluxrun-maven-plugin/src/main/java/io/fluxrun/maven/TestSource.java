package io.fluxrun.maven;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.fluxrun.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JUnit class that replays one fixture. It names the fixture and nothing else: recorded text stays data, apart from
 * the Javadoc, which takes only harmless characters of it.
 *
 * @param packageName where Spring finds the application from
 * @param application the application's class if Spring would not find it by itself, {@code null} if it would
 */
record TestSource(
        Run run,
        Names names,
        String packageName,
        Context context,
        @Nullable String application) {
    /** What the run's entry needs around it. */
    enum Context {
        HTTP_PORT,
        SPRING,
        NONE
    }

    private static final int LONGEST = 100;
    private static final ClassName REPLAY_FIXTURE = ClassName.get("io.fluxrun.junit", "ReplayFixture");
    private static final ClassName SPRING_BOOT_TEST =
            ClassName.get("org.springframework.boot.test.context", "SpringBootTest");

    /** Writes the class below a source root and returns its file. */
    Path writeTo(Path sourceRoot) throws IOException {
        return JavaFile.builder(packageName, type())
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .writeToPath(sourceRoot);
    }

    String qualifiedName() {
        return packageName.isEmpty() ? names.className() : packageName + "." + names.className();
    }

    Path relativeFile() {
        return Path.of(qualifiedName().replace('.', '/') + ".java");
    }

    private TypeSpec type() {
        var type = TypeSpec.classBuilder(names.className()).addJavadoc("$L", javadoc());
        if (context != Context.NONE) {
            type.addAnnotation(springBootTest());
        }
        return type.addMethod(method()).build();
    }

    private AnnotationSpec springBootTest() {
        var environment = context == Context.HTTP_PORT ? "RANDOM_PORT" : "NONE";
        var annotation = AnnotationSpec.builder(SPRING_BOOT_TEST);
        if (application != null) {
            annotation.addMember("classes", "$T.class", ClassName.bestGuess(application));
        }
        return annotation
                .addMember("webEnvironment", "$T.WebEnvironment.$L", SPRING_BOOT_TEST, environment)
                .build();
    }

    private MethodSpec method() {
        return MethodSpec.methodBuilder(names.methodName())
                .addAnnotation(AnnotationSpec.builder(REPLAY_FIXTURE)
                        .addMember("value", "$S", names.fixtureFile())
                        .build())
                .addComment(
                        "The replay and its guard are the annotation's; assert more here if the repair promises more.")
                .build();
    }

    private String javadoc() {
        var info = run.info();
        var signature = run.outcome().signature();
        var broke = signature == null || signature.operation() == null
                ? ""
                : "\nIt broke at " + harmless(signature.operation()) + ".";
        return "Replays run %s: %s, recorded %s%s.%s\n"
                .formatted(
                        harmless(info.id()),
                        harmless(run.entry().name()),
                        info.recordedAt(),
                        info.service() == null ? "" : " in " + harmless(Objects.requireNonNull(info.service())),
                        broke);
    }

    /** No character that could end the comment, start a tag or be read as a Unicode escape. */
    private static String harmless(String recorded) {
        var text = recorded.replaceAll("[^A-Za-z0-9 ._/:#()-]+", "?");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
