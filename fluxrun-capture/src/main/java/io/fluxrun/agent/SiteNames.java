package io.fluxrun.agent;

/** Names of call sites: class and method, with a lambda's body counted to the method that holds it. */
final class SiteNames {
    private SiteNames() {}

    /** Returns the source's method for a method of the class file: {@code place} for {@code lambda$place$0}. */
    static String method(String name) {
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
