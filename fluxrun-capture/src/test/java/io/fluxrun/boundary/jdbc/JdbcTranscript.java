package io.fluxrun.boundary.jdbc;

import java.sql.Array;
import java.sql.BatchUpdateException;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an application sees of a database, as lines. */
final class JdbcTranscript {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    /** Returns the first line that differs, with what leads to it; empty when none does. */
    static String difference(List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : "nothing";
            String got = i < actual.size() ? actual.get(i) : "nothing";
            if (!wanted.equals(got)) {
                return "after " + expected.subList(Math.max(0, i - 3), Math.min(i, expected.size())) + "\nexpected: "
                        + wanted + "\nactual:   " + got;
            }
        }
        return "";
    }

    void add(String what, Object value) throws SQLException {
        lines.add(what + " " + text(value));
    }

    void tried(String what, Tried tried) {
        try {
            add(what, tried.get());
        } catch (Exception | Error e) {
            lines.add(what);
            thrown(e, "threw");
        }
    }

    void rows(ResultSet rows, Reader reader) throws Exception {
        while (rows.next()) {
            add("row " + rows.getRow(), "");
            reader.read(rows);
        }
        add("end", rows.getRow());
    }

    private void thrown(Throwable thrown, String how) {
        lines.add(how + " " + thrown.getClass().getName() + ": " + thrown.getMessage());
        if (thrown instanceof SQLException sql) {
            lines.add("state " + sql.getSQLState() + " code " + sql.getErrorCode());
            if (sql instanceof BatchUpdateException batch) {
                lines.add("counts " + Arrays.toString(batch.getUpdateCounts()));
            }
            if (sql.getNextException() != null) {
                thrown(sql.getNextException(), "next");
            }
        }
        if (thrown.getCause() != null) {
            thrown(thrown.getCause(), "cause");
        }
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        }
        if (value instanceof int[] counts) {
            return Arrays.toString(counts);
        }
        if (value instanceof long[] counts) {
            return Arrays.toString(counts);
        }
        if (value instanceof Array array) {
            return array.getBaseTypeName() + " " + array.getBaseType() + " "
                    + Arrays.deepToString((Object[]) array.getArray());
        }
        if (value instanceof Clob clob) {
            return "clob " + clob.getSubString(1, (int) clob.length());
        }
        if (value instanceof Blob blob) {
            return "blob " + Arrays.toString(blob.getBytes(1, (int) blob.length()));
        }
        return value == null ? "null" : value.getClass().getName() + " " + value;
    }

    interface Tried {
        Object get() throws Exception;
    }

    interface Reader {
        void read(ResultSet rows) throws Exception;
    }
}
