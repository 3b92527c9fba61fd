package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.hook.Hook;
import java.util.List;
import org.junit.jupiter.api.Test;

class NestedHooksTests {
    private final Scripted outer = new Scripted();
    private final Scripted inner = new Scripted();
    private final NestedHooks both = new NestedHooks(List.of(outer, inner));

    @Test
    void theOuterHookSeesWhatTheInnerOneAnswers() throws Throwable {
        outer.after((result, thrown) -> null);
        inner.before((self, arguments) -> Hook.answer("answer"));
        assertThat(both.enter(this, new Object[0])).isEqualTo(Hook.answer("answer"));
        assertThat(outer.seen).containsExactly("token", "answer");
    }

    @Test
    void theOuterHookReplacesWhatTheInnerOneReplaced() throws Throwable {
        outer.after((result, thrown) -> Hook.answer("outer of " + result));
        inner.after((result, thrown) -> Hook.answer("inner of " + result));
        var token = both.enter(this, new Object[0]);
        assertThat(both.exit(token, this, new Object[0], "result", null))
                .isEqualTo(Hook.answer("outer of inner of result"));
    }

    @Test
    void whereNoneIsInterestedNothingIsCalledAfterwards() throws Throwable {
        assertThat(both.enter(this, new Object[0])).isNull();
    }
}
