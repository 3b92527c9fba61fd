package io.fluxrun.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells a fixture from other JSON files by its beginning, without reading more of it. */
final class FixtureMark {
    private static final int BEGINNING = 256;
    private static final Pattern FIRST_FIELD = Pattern.compile("\\A\\uFEFF?\\s*\\{\\s*\"fluxrun\"\\s*:");
    private static final Pattern BOOT = Pattern.compile("[0-9a-f]{64}\\.json");

    private FixtureMark() {}

    /** Whether a file may be a fixture; a boot beside one is none. */
    static boolean isNamedLikeOne(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".json")
                && !(BOOT.matcher(name).matches() && file.resolveSibling("").endsWith("boot"));
    }

    /** Whether a file's first field is {@code fluxrun}. */
    static boolean isOn(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            return FIRST_FIELD.matcher(beginning).find();
        }
    }
}
