package io.fluxrun.store;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class RunId {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private RunId() {}

    static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    /** Returns the id that a run file's name stands for, {@code null} if it is no run file's name. */
    static @Nullable String of(Path file) {
        String name = StoreFolders.name(file);
        String id = name.substring(0, name.length() - StoreFolders.RUN.length());
        return isValid(id) ? id : null;
    }
}
