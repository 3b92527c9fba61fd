package io.fluxrun.boundary.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts SQL into tokens without comments and white space, words in lower case. Knows the quotes of the SQL standard,
 * PostgreSQL ({@code E''}, {@code $tag$}), MySQL (back-ticks) and nested comments; anything else is punctuation.
 */
final class SqlTokens {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|:";

    private final String sql;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    static List<String> of(String sql) {
        var lexer = new SqlTokens(sql);
        while (lexer.at < sql.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            at = end < 0 ? sql.length() : end + 1;
        } else if (sql.startsWith("/*", at)) {
            comment();
        } else if (c == '\'' || c == '"' || c == '`') {
            add(quoted(at, c, false));
        } else if ((c == 'e' || c == 'E') && at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
            add(quoted(at + 1, '\'', true));
        } else if (c == '$' && dollarTag() > 0) {
            String tag = sql.substring(at, dollarTag());
            int end = sql.indexOf(tag, at + tag.length());
            add(end < 0 ? sql.length() : end + tag.length());
        } else if (Character.isJavaIdentifierStart(c) || Character.isDigit(c)) {
            word();
        } else if (OPERATORS.indexOf(c) >= 0) {
            operator();
        } else {
            add(at + 1);
        }
    }

    private void comment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
    }

    private int quoted(int open, char quote, boolean backslash) {
        int i = open + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (backslash && c == '\\') {
                i++;
            } else if (c == quote) {
                if (i + 1 >= sql.length() || sql.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
            i++;
        }
        return sql.length();
    }

    /** Returns the end of the opening tag of a dollar quote, -1 when this is none, such as a {@code $1}. */
    private int dollarTag() {
        int i = at + 1;
        while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || sql.charAt(i) == '_')) {
            i++;
        }
        boolean tag = i < sql.length() && sql.charAt(i) == '$' && !Character.isDigit(sql.charAt(at + 1));
        return tag ? i + 1 : -1;
    }

    private void word() {
        int start = at;
        boolean number = Character.isDigit(sql.charAt(at));
        while (at < sql.length()
                && (Character.isJavaIdentifierPart(sql.charAt(at)) || (number && sql.charAt(at) == '.'))) {
            at++;
        }
        tokens.add(sql.substring(start, at).toLowerCase(Locale.ROOT));
    }

    private void operator() {
        int start = at;
        while (at < sql.length()
                && OPERATORS.indexOf(sql.charAt(at)) >= 0
                && !(at > start && (sql.startsWith("--", at) || sql.startsWith("/*", at)))) {
            at++;
        }
        tokens.add(sql.substring(start, at));
    }

    private void add(int end) {
        int bounded = Math.min(end, sql.length());
        tokens.add(sql.substring(at, bounded));
        at = bounded;
    }
}
