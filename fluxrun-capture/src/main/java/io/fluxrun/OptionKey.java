package io.fluxrun;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The options, by the one name they have everywhere. */
enum OptionKey {
    STORE("store", OptionForm.STORE, "file:.fluxrun"),
    MODE("mode", OptionForm.MODE, "record"),
    ENABLED("enabled", OptionForm.SWITCH, "true"),
    KILLFILE("killfile", OptionForm.TEXT, null),
    LIMIT_BODY("limit.body", OptionForm.SIZE, "64KB"),
    LIMIT_RUN("limit.run", OptionForm.SIZE, "1MB"),
    LIMIT_EXCHANGES("limit.exchanges", OptionForm.COUNT, "4096"),
    LIMIT_PROCESS("limit.process", OptionForm.SIZE, "32MB"),
    LIMIT_SIGNATURE("limit.signature", OptionForm.COUNT, "5"),
    LIMIT_DISK("limit.disk", OptionForm.SIZE, "256MB"),
    SERVICE("service", OptionForm.TEXT, null),
    VERSION("version", OptionForm.TEXT, null),
    COMMIT("commit", OptionForm.TEXT, null),
    MASK("mask", OptionForm.NAMES, null),
    BOUNDARY("boundary", OptionForm.NAMES, null),
    BOUNDARY_WRITE("boundary.write", OptionForm.NAMES, null),
    STATE("state", OptionForm.NAMES, null),
    SPAN("span", OptionForm.NAMES, null),
    HEADER_FORCE("header.force", OptionForm.HEADER, null),
    SLOW("slow", OptionForm.MILLIS, "0");

    static final String PREFIX = "fluxrun.";

    private final String key;
    private final OptionForm form;
    private final @Nullable String byDefault;

    OptionKey(String key, OptionForm form, @Nullable String byDefault) {
        this.key = key;
        this.form = form;
        this.byDefault = byDefault;
    }

    /** Returns the option with this name, with or without prefix; {@code null} if there is none. */
    static @Nullable OptionKey named(String name) {
        String key = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        for (OptionKey option : values()) {
            if (option.key.equals(key)) {
                return option;
            }
        }
        return null;
    }

    String key() {
        return key;
    }

    String property() {
        return PREFIX + key;
    }

    String variable() {
        return property().toUpperCase(Locale.ROOT).replace('.', '_');
    }

    OptionForm form() {
        return form;
    }

    @Nullable
    String byDefault() {
        return byDefault;
    }
}
