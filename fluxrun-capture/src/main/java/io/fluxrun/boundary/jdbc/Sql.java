package io.fluxrun.boundary.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A statement's text as the boundary sees it.
 *
 * @param normal without comments, one space between tokens, words in lower case: equal for the same statement
 * @param operation short and readable: {@code SELECT orders}
 * @param write whether it may change the database, judged by its verb: a SELECT that calls a writing function passes as
 *     a read
 */
record Sql(String normal, String operation, boolean write) {
    private static final Set<String> READS = Set.of("select", "show", "values", "table", "explain", "describe", "");
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "merge");
    private static final Set<String> BEFORE_NAME =
            Set.of("from", "into", "update", "join", "table", "call", "sequence", "index", "view", "schema");
    private static final Set<String> NO_NAME = Set.of("if", "not", "exists", "only", "(", "lateral", "?", "=");

    /** An application has few distinct statements; one that builds them from literals must not fill the memory. */
    private static final int KNOWN = 1024;

    private static final ConcurrentHashMap<String, Sql> CACHE = new ConcurrentHashMap<>();

    static Sql of(String text) {
        var known = CACHE.get(text);
        if (known != null) {
            return known;
        }
        var sql = parse(SqlTokens.of(text));
        if (CACHE.size() < KNOWN) {
            CACHE.put(text, sql);
        }
        return sql;
    }

    private static Sql parse(List<String> tokens) {
        int start = 0;
        while (start < tokens.size()
                && (tokens.get(start).equals("(") || tokens.get(start).equals("{"))) {
            start++;
        }
        String verb = start < tokens.size() ? tokens.get(start) : "";
        if (verb.equals("?")) {
            verb = "call";
        }
        boolean write = !READS.contains(verb);
        if (verb.equals("with")) {
            var main = tokens.stream().filter(WRITES::contains).findFirst();
            write = main.isPresent();
            verb = main.orElse("select");
        }
        String name = name(tokens);
        String operation = verb.toUpperCase(Locale.ROOT) + (name.isEmpty() ? "" : " " + name);
        return new Sql(render(tokens), operation, write);
    }

    private static String name(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!BEFORE_NAME.contains(tokens.get(i))) {
                continue;
            }
            int at = i + 1;
            while (at < tokens.size() && (NO_NAME.contains(tokens.get(at)) || BEFORE_NAME.contains(tokens.get(at)))) {
                at++;
            }
            if (at < tokens.size() && isName(tokens.get(at))) {
                while (at + 2 < tokens.size() && tokens.get(at + 1).equals(".")) {
                    at += 2;
                }
                return tokens.get(at).replaceAll("[\"`]", "");
            }
        }
        return "";
    }

    private static boolean isName(String token) {
        char first = token.charAt(0);
        return first == '"' || first == '`' || Character.isJavaIdentifierStart(first);
    }

    private static String render(List<String> tokens) {
        var text = new StringBuilder();
        String before = "";
        for (String token : tokens) {
            boolean tight = before.isEmpty()
                    || before.equals("(")
                    || before.equals(".")
                    || token.equals(")")
                    || token.equals(",")
                    || token.equals(".")
                    || token.equals(";");
            text.append(tight ? "" : " ").append(token);
            before = token;
        }
        return text.toString().replaceAll(";$", "");
    }
}
