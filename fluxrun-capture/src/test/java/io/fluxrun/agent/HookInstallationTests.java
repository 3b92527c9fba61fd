package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.io.IOException;
import java.net.HttpCookie;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HookInstallationTests {
    private static final Scripted JOINER = new Scripted();
    private static final Scripted TIMESTAMP = new Scripted();
    private static final Scripted COOKIE = new Scripted();
    private static final Scripted SHOP = new Scripted();
    private static final List<Object> MADE = new ArrayList<>();

    @BeforeAll
    static void install() {
        assertThat(new StringJoiner("").length()).as("loaded before the agent").isZero();
        Installed.hooks(
                HookPoint.on("test", "java.util.StringJoiner", JOINER, "length", "add"),
                HookPoint.on("test", "java.sql.Timestamp", TIMESTAMP, "valueOf(Ljava/lang/String;)"),
                HookPoint.on("test", "java.net.HttpCookie", COOKIE, "setMaxAge", "setSecure"),
                HookPoint.on("test", Made.class.getName(), new MadeHook(), "<init>"),
                HookPoint.onImplementations("test", List.of(Shop.class.getName()), SHOP, "price", "close"));
    }

    @AfterEach
    void rest() {
        List.of(JOINER, TIMESTAMP, COOKIE, SHOP).forEach(Scripted::rest);
        MADE.clear();
    }

    @Test
    void aHookThatIsNotInterestedChangesNothing() {
        assertThat(new StringJoiner(",").add("a").add("b").length()).isEqualTo(3);
        assertThat(JOINER.seen).isEmpty();
    }

    @Test
    void aPrimitiveResultOfABootClassIsReplacedWithoutRunningTheMethod() {
        JOINER.before((self, arguments) -> Hook.answer(42));
        assertThat(new StringJoiner(",").length()).isEqualTo(42);
        assertThat(JOINER.seen).as("exit is not called").isEmpty();
    }

    @Test
    void aResultIsSeenAndReplacedAfterTheMethodRan() {
        JOINER.after((result, thrown) -> Hook.answer((Integer) result + 1));
        assertThat(new StringJoiner(",").length()).isEqualTo(1);
        assertThat(JOINER.seen).containsExactly("token", 0);
    }

    @Test
    void anArgumentIsReplaced() {
        JOINER.before((self, arguments) -> {
            if (arguments.length > 0) {
                arguments[0] = "replaced";
            }
            return null;
        });
        assertThat(new StringJoiner(",").add("a")).hasToString("replaced");
    }

    @Test
    void aStaticMethodOfAPlatformClassIsAnsweredAndFailed() {
        assertThat(Timestamp.valueOf("2026-01-01 00:00:00")).hasYear(2026);
        var answer = new Timestamp(0);
        TIMESTAMP.before((self, arguments) -> Hook.answer(answer));
        assertThat(Timestamp.valueOf("2026-01-01 00:00:00")).isSameAs(answer);
        TIMESTAMP.before((self, arguments) -> Hook.fail(new IOException("from " + self + " " + arguments[0])));
        assertThatThrownBy(() -> Timestamp.valueOf("x"))
                .isInstanceOf(IOException.class)
                .hasMessage("from null x");
    }

    @Test
    void anExceptionIsSeenAndReplacedByAResult() {
        var answer = new Timestamp(0);
        TIMESTAMP.after((result, thrown) -> thrown == null ? null : Hook.answer(answer));
        assertThat(Timestamp.valueOf("no date")).isSameAs(answer);
        assertThat(TIMESTAMP.seen.get(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void voidMethodsWithWideAndNarrowArgumentsAreSkipped() {
        var cookie = new HttpCookie("a", "b");
        cookie.setMaxAge(7);
        COOKIE.before((self, arguments) -> Hook.answer(null));
        cookie.setMaxAge(9);
        cookie.setSecure(true);
        assertThat(cookie.getMaxAge()).isEqualTo(7);
        assertThat(cookie.getSecure()).isFalse();
    }

    @Test
    void aConstructorIsSeenWhenTheObjectIsComplete() {
        var made = new Made("x");
        assertThat(MADE).containsExactly(made, "x", made);
    }

    @Test
    void implementationsAreFoundThroughSuperclasses() {
        SHOP.before((self, arguments) -> Hook.answer(5L));
        assertThat(new CornerShop().price("milk")).isEqualTo(5L);
        assertThat(new Bystander().price("milk")).isEqualTo(3L);
    }

    interface Shop {
        long price(String article);
    }

    abstract static class NamedShop implements Shop {}

    static final class CornerShop extends NamedShop {
        @Override
        public long price(String article) {
            return 1;
        }
    }

    static final class Bystander {
        long price(String article) {
            return 3;
        }
    }

    static class Made {
        final String name;

        Made(String name) {
            this.name = name;
        }
    }

    private static final class MadeHook implements Hook {
        @Override
        public Object enter(Object self, Object[] arguments) {
            MADE.add(self);
            MADE.add(((Made) self).name);
            return self;
        }

        @Override
        public Object[] exit(Object token, Object self, Object[] arguments, Object result, Throwable thrown) {
            MADE.add(token);
            return null;
        }
    }
}
