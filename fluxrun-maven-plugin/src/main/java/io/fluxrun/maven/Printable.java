package io.fluxrun.maven;

/** Recorded text on a terminal: a run may hold control characters, and a table has limited width. */
final class Printable {
    private Printable() {}

    /** Returns the text on one line, control characters replaced. */
    static String line(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE
                        ? ' '
                        : c)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    /** Returns the text with its line ends, all other control characters and what no encoding can write replaced. */
    static String text(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)
                        ? c
                        : ' ')
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** Returns {@link #line} of the text, cut to at most {@code width} characters. */
    static String clipped(String text, int width) {
        var line = line(text);
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }

    /** Returns {@link #line} of the text with a full stop, unless it ends in one. */
    static String sentence(String text) {
        var line = line(text);
        return line.matches(".*[.!?:]") ? line : line + ".";
    }

    static String millis(long nanos) {
        return nanos >= 10_000_000
                ? (nanos + 500_000) / 1_000_000 + " ms"
                : (nanos + 50_000) / 1_000_000 + "." + (nanos + 50_000) / 100_000 % 10 + " ms";
    }

    /** Returns {@code IllegalStateException} of {@code java.lang.IllegalStateException}. */
    static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
