package io.fluxrun.boundary.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of clients and the contract's tests are the same list. */
class SupportTableTests {
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)`");
    private static final Pattern CONTRACT = Pattern.compile("class \\w+ extends ClientContract");

    @Test
    void everyRowHasItsTestAndEveryTestItsRow() throws IOException {
        List<String> rows = Files.readString(Path.of("../README.md"))
                .transform(text -> text.substring(text.indexOf("### HTTP clients")))
                .lines()
                .takeWhile(line -> !line.startsWith("A run that uses another client"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Client |"))
                .toList();
        var named = new TreeSet<String>();
        assertThat(rows).hasSizeGreaterThan(1).allSatisfy(row -> {
            var test = TEST.matcher(row);
            assertThat(test.find()).as("a test named in: " + row).isTrue();
            named.add(test.group(1));
        });
        assertThat(named).isEqualTo(contractTests());
    }

    private static Set<String> contractTests() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java/io/fluxrun/boundary/http"))) {
            return files.filter(file -> file.toString().endsWith("Tests.java"))
                    .filter(SupportTableTests::isContract)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isContract(Path file) {
        try {
            return CONTRACT.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
