package io.fluxrun.maven;

import io.fluxrun.run.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Which compiled tests replay a fixture: those that name it, else the one that did last, else all that replay any. */
final class ReplayingTests {
    private static final String ANNOTATION = "Lio/fluxrun/junit/ReplayFixture;";

    private ReplayingTests() {}

    static List<String> of(String fileName, Path testClasses, List<Receipt> receipts) throws IOException {
        var replaying = ClassFile.below(testClasses).stream()
                .filter(test -> test.texts().contains(ANNOTATION))
                .toList();
        var naming = replaying.stream()
                .filter(test ->
                        test.texts().stream().anyMatch(text -> text.equals(fileName) || text.endsWith("/" + fileName)))
                .map(ClassFile::name)
                .toList();
        if (!naming.isEmpty()) {
            return naming;
        }
        var names = replaying.stream().map(ClassFile::name).toList();
        return receipts.stream()
                .filter(receipt -> Path.of(receipt.fixture()).endsWith(fileName))
                .max(Comparator.comparing(Receipt::at))
                .map(receipt -> receipt.test().replaceFirst("#.*", ""))
                .filter(names::contains)
                .map(List::of)
                .orElse(names);
    }
}
