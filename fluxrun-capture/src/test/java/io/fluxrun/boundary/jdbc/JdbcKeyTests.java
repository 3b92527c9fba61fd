package io.fluxrun.boundary.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcKeyTests {
    private final JdbcKey key = new JdbcKey();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "select a from t where b = ?       | SELECT  a\tFROM t WHERE b=?",
                "select a from t where b = ?       | select a -- comment -- ~ from t /* x /* nested */ y */ where b = ?;",
                "select 'A  b' from t              | SELECT 'A  b' FROM T",
                "select 'it''s' from t             | select  'it''s' from t",
                "select \"Col\" from t             | select \"Col\"  from t",
                "select E'\\'x  Y' from t          | select E'\\'x  Y'  from t",
                "do $$ Begin  end $$               | DO   $$ Begin  end $$",
                "select f($1, x::int) from s.t     | select f( $1 , x :: int ) from s . t"
            })
    void layoutCommentsAndKeywordCaseDoNotCount(String one, String other) {
        assertThat(key.key(sql(one))).isEqualTo(key.key(sql(other.replace('~', '\n'))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "select 'A' from t       | select 'a' from t",
                "select 'a  b' from t    | select 'a b' from t",
                "select \"A\" from t     | select \"a\" from t",
                "select a from t         | select a from u",
                "select a from t         | select a, a from t",
                "select $$ a $$          | select $$ A $$",
                "select '-- a' from t    | select ' ' from t",
                "select a-b from t       | select a from t"
            })
    void literalsQuotedNamesAndTextCount(String one, String other) {
        assertThat(key.key(sql(one))).isNotEqualTo(key.key(sql(other)));
    }

    @Test
    void parametersCountWithTheirTypesAndTheTransactionDoesNot() {
        var asked = sql("select 1", "long", 5, 1);
        assertThat(key.key(asked)).isEqualTo(key.key(sql("select 1", "long", 5, 2)));
        assertThat(key.key(asked)).isNotEqualTo(key.key(sql("select 1", "int", 5, 1)));
        assertThat(key.key(asked)).isNotEqualTo(key.key(sql("select 1", "long", 6, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from orders where id = ?                        | SELECT orders       | false",
                "  /* hint */ (select 1 from \"Orders\")                  | SELECT Orders       | false",
                "insert into shop.order_attempt (id) values (?)           | INSERT order_attempt | true",
                "update orders set x = 1                                  | UPDATE orders       | true",
                "delete from orders                                       | DELETE orders       | true",
                "with a as (select 1) select * from a                     | SELECT a            | false",
                "with a as (insert into t values (1) returning *) select * from a | INSERT t   | true",
                "{? = call price(?)}                                      | CALL price          | true",
                "create table if not exists t (id int)                    | CREATE t            | true",
                "values (1)                                               | VALUES              | false",
                "show search_path                                         | SHOW                | false",
                "select next value for order_seq                          | SELECT              | false"
            })
    void aStatementIsNamedByItsVerbAndTableAndIsAWriteByItsVerb(String text, String operation, boolean write) {
        var sql = Sql.of(text);
        assertThat(sql.operation()).isEqualTo(operation);
        assertThat(sql.write()).isEqualTo(write);
    }

    @Test
    void brokenSqlHasAKeyToo() {
        for (String broken : List.of("", "'", "\"", "/*", "$a$", "e'\\", "select 'a", "(", "--")) {
            assertThat(key.key(sql(broken))).isEqualTo(key.key(sql(broken)));
        }
    }

    private static Value sql(String text) {
        return Value.fields().put("sql", text).build();
    }

    private static Value sql(String text, String type, long value, int transaction) {
        var parameter = Value.fields().put("type", type).put("value", value).build();
        return Value.fields()
                .put("sql", text)
                .put("parameters", Value.list(List.of(parameter)))
                .put("transaction", transaction)
                .build();
    }
}
