package io.fluxrun.hook;

/** Methods as the source has them: a lambda's body counts to the method that holds it. */
public final class SourceMethods {
    private SourceMethods() {}

    /** Returns the source's method for a method of the class file: {@code place} for {@code lambda$place$0}. */
    public static String of(String name) {
        if (name.startsWith("lambda$")) {
            int end = name.lastIndexOf('$');
            var enclosing = end > 7 ? name.substring(7, end) : name;
            return switch (enclosing) {
                case "new" -> "<init>";
                case "static" -> "<clinit>";
                default -> enclosing;
            };
        }
        // Kotlin: place$lambda$0, place$lambda-0.
        int kotlin = name.indexOf("$lambda");
        return kotlin > 0 ? name.substring(0, kotlin) : name;
    }
}
