package io.fluxrun.run;

import java.util.regex.Pattern;

/** Text with everything taken out that differs from one occurrence of a failure to the next. */
final class NormalText {
    private static final int LONGEST = 500;

    private static final Pattern UUID =
            Pattern.compile("\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b");
    private static final Pattern DATE =
            Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern QUOTED = Pattern.compile("'[^']{1,200}'|\"[^\"]{1,200}\"|`[^`]{1,200}`");
    private static final Pattern HEX = Pattern.compile("\\b0x[0-9a-fA-F]+\\b|@[0-9a-fA-F]{4,16}\\b"
            + "|\\b(?=[0-9a-fA-F]*\\d)(?=[0-9a-fA-F]*[a-fA-F])[0-9a-fA-F]{8,}\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+([.,]\\d+)*");

    private NormalText() {}

    static String of(String text) {
        String shorter = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String normal = UUID.matcher(shorter).replaceAll("<uuid>");
        normal = DATE.matcher(normal).replaceAll("<date>");
        normal = QUOTED.matcher(normal).replaceAll("<quoted>");
        normal = HEX.matcher(normal).replaceAll("<hex>");
        return NUMBER.matcher(normal).replaceAll("<n>").strip();
    }
}
