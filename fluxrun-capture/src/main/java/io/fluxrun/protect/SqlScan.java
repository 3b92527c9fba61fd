package io.fluxrun.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds which column a parameter or literal of a statement belongs to. Lexical and lenient: what it does not understand
 * has no name.
 */
final class SqlScan {
    private static final Set<String> FORGET = Set.of(
            "select",
            "from",
            "where",
            "and",
            "or",
            "on",
            "having",
            "when",
            "then",
            "else",
            "limit",
            "offset",
            "fetch",
            "set",
            "returning",
            "order",
            "group",
            "by",
            "join",
            "with",
            "union",
            "using",
            "insert",
            "update",
            "delete",
            "merge",
            "values");
    private static final Set<String> KEEP = Set.of(
            "in",
            "like",
            "ilike",
            "not",
            "any",
            "all",
            "some",
            "is",
            "similar",
            "to",
            "escape",
            "between",
            "as",
            "null",
            "distinct",
            "cast",
            "collate",
            "binary");

    private final List<SqlToken> tokens;
    private final List<Operand> operands = new ArrayList<>();
    private final List<String> inserted = new ArrayList<>();
    private @Nullable String last;
    private boolean between;
    private int at;

    /** A parameter or literal and the column it is compared with, assigned or inserted into. */
    record Operand(SqlToken token, @Nullable String column) {}

    private SqlScan(String sql) {
        tokens = SqlToken.of(sql);
    }

    /** Returns the column of each {@code ?} in order. */
    static List<@Nullable String> parameters(String sql) {
        var names = new ArrayList<@Nullable String>();
        for (Operand operand : new SqlScan(sql).operands()) {
            if (operand.token().kind() == SqlToken.Kind.PARAMETER) {
                names.add(operand.column());
            }
        }
        return names;
    }

    /** Masks the literals of denied columns. */
    static String mask(String sql, MaskRules rules, Secrets secrets) {
        var out = new StringBuilder(sql.length());
        int copied = 0;
        for (Operand operand : new SqlScan(sql).operands()) {
            String column = operand.column();
            SqlToken token = operand.token();
            if (column != null && rules.denies(column) && token.kind() == SqlToken.Kind.TEXT) {
                out.append(sql, copied, token.start() + 1).append(secrets.mask(token.text()));
                copied = token.start() + 1 + token.text().length();
            }
        }
        return out.append(sql, copied, sql.length()).toString();
    }

    private List<Operand> operands() {
        while (at < tokens.size()) {
            SqlToken token = tokens.get(at++);
            switch (token.kind()) {
                case WORD -> word(token);
                case NAME -> last = token.text();
                case PARAMETER, TEXT -> operands.add(new Operand(token, last == null ? comparedAfter() : last));
                case SYMBOL -> {}
            }
        }
        return operands;
    }

    private void word(SqlToken token) {
        String word = token.text().toLowerCase(Locale.ROOT);
        if (word.equals("into")) {
            insertedColumns();
        } else if (word.equals("values") && !inserted.isEmpty()) {
            insertedValues();
        } else if (word.equals("and") && between) {
            between = false;
        } else if (FORGET.contains(word)) {
            last = null;
        } else if (KEEP.contains(word)) {
            between |= word.equals("between");
        } else if (!isSymbol(at, "(")) {
            last = token.text();
        }
    }

    private void insertedColumns() {
        inserted.clear();
        at++;
        while (isSymbol(at, ".")) {
            at += 2;
        }
        if (!isSymbol(at, "(")) {
            return;
        }
        for (at++; at < tokens.size() && !isSymbol(at, ")"); at++) {
            if (isName(at)) {
                inserted.add(tokens.get(at).text());
            }
        }
        at++;
    }

    /** The tuples after {@code values}: the n-th element belongs to the n-th column, whatever it is wrapped in. */
    private void insertedValues() {
        while (isSymbol(at, "(")) {
            int depth = 0;
            int column = 0;
            do {
                SqlToken token = tokens.get(at++);
                if (token.is("(")) {
                    depth++;
                } else if (token.is(")")) {
                    depth--;
                } else if (token.is(",") && depth == 1) {
                    column++;
                } else if (token.kind() == SqlToken.Kind.PARAMETER || token.kind() == SqlToken.Kind.TEXT) {
                    operands.add(new Operand(token, column < inserted.size() ? inserted.get(column) : null));
                }
            } while (depth > 0 && at < tokens.size());
            if (isSymbol(at, ",")) {
                at++;
            }
        }
        last = null;
    }

    /** Returns the column in {@code ? = column}. */
    private @Nullable String comparedAfter() {
        if (!isSymbol(at, "=") || !isName(at + 1)) {
            return null;
        }
        int name = at + 1;
        while (isSymbol(name + 1, ".") && isName(name + 2)) {
            name += 2;
        }
        return tokens.get(name).text();
    }

    private boolean isSymbol(int index, String symbol) {
        return index < tokens.size() && tokens.get(index).is(symbol);
    }

    private boolean isName(int index) {
        return index < tokens.size()
                && (tokens.get(index).kind() == SqlToken.Kind.WORD
                        || tokens.get(index).kind() == SqlToken.Kind.NAME);
    }
}
