package io.fluxrun.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the generated test as the project's own compiler would, with the JDK that runs Maven. */
final class TestCompiler {
    /** FluxRun's floor: any JVM the tests may run on loads it. */
    private static final String RELEASE = "17";

    private TestCompiler() {}

    static void compile(Path source, Path output, List<Path> classPath) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw Problem.NOT_COMPILED.because(
                    "Maven runs on a Java runtime without a compiler: set JAVA_HOME to a JDK of version 17 or newer.");
        }
        Files.createDirectories(output);
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            var path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            var options =
                    List.of("--release", RELEASE, "-proc:none", "-nowarn", "-classpath", path, "-d", output.toString());
            var task = compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjects(source));
            if (!task.call()) {
                throw Problem.NOT_COMPILED.because("The generated test does not compile: " + first(diagnostics)
                        + " Is a test dependency missing? The source is " + source + ".");
            }
        }
    }

    private static String first(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .map(diagnostic ->
                        "line " + diagnostic.getLineNumber() + ", " + diagnostic.getMessage(Locale.ROOT) + ".")
                .orElse("no reason was given.");
    }
}
