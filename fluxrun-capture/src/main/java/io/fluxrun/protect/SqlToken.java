package io.fluxrun.protect;

import java.util.ArrayList;
import java.util.List;

/**
 * A token of SQL.
 *
 * @param text without its quotes
 * @param start where it begins, quotes included
 */
record SqlToken(Kind kind, String text, int start) {
    /** The kinds that matter here; a name is quoted, a word is a name or a keyword. */
    enum Kind {
        WORD,
        NAME,
        TEXT,
        PARAMETER,
        SYMBOL
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    static List<SqlToken> of(String sql) {
        var tokens = new ArrayList<SqlToken>();
        for (int i = 0; i < sql.length(); ) {
            char c = sql.charAt(i);
            int end;
            if (sql.startsWith("--", i)) {
                end = after(sql, "\n", i + 2);
            } else if (sql.startsWith("/*", i)) {
                end = after(sql, "*/", i + 2);
            } else if (sql.startsWith("::", i)) {
                end = wordEnd(sql, i + 2);
            } else if (c == '\'' || c == '"' || c == '`') {
                end = quoteEnd(sql, i);
                String inside = sql.substring(i + 1, Math.max(i + 1, Math.min(end - 1, sql.length())));
                tokens.add(new SqlToken(c == '\'' ? Kind.TEXT : Kind.NAME, inside, i));
            } else if (Character.isLetter(c) || c == '_') {
                end = wordEnd(sql, i);
                tokens.add(new SqlToken(Kind.WORD, sql.substring(i, end), i));
            } else if (c == '?') {
                boolean operator = sql.startsWith("??", i);
                end = operator ? i + 2 : i + 1;
                if (!operator) {
                    tokens.add(new SqlToken(Kind.PARAMETER, "?", i));
                }
            } else {
                end = i + 1;
                if ("(),.=".indexOf(c) >= 0) {
                    tokens.add(new SqlToken(Kind.SYMBOL, String.valueOf(c), i));
                }
            }
            i = end;
        }
        return tokens;
    }

    private static int after(String sql, String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    private static int wordEnd(String sql, int from) {
        int end = from;
        while (end < sql.length()
                && (Character.isLetterOrDigit(sql.charAt(end)) || "_$#".indexOf(sql.charAt(end)) >= 0)) {
            end++;
        }
        return Math.max(end, from);
    }

    /** A doubled quote inside is a quote. */
    private static int quoteEnd(String sql, int start) {
        char quote = sql.charAt(start);
        int end = start + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != quote) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        return sql.length() + 1;
    }
}
