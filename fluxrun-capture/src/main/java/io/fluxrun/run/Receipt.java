package io.fluxrun.run;

import java.util.List;

/**
 * What one replay of a fixture came to: proof for {@code fluxrun:verify} and {@code fluxrun:export} that it happened,
 * and what {@code fluxrun:accept} would write.
 *
 * @param fixture path of the fixture as the test found it
 * @param sha256 of the fixture's bytes
 * @param test {@code class#method} of the test that replayed it
 * @param at ISO 8601 instant of the replay, real time
 * @param passed whether the verdict is the one that the test expects: a characterisation test passes with {@code REGRESSED}
 * @param summary first line of the message
 * @param message whole message
 * @param served ordinals of the recorded exchanges that were served
 * @param received how the replay ended
 * @param proposed allowances that would make the divergences intended
 */
public record Receipt(
        String fixture,
        String sha256,
        String test,
        String at,
        Verdict verdict,
        boolean passed,
        String summary,
        String message,
        List<Integer> served,
        Outcome received,
        List<Allowance> proposed) {
    public Receipt {
        served = List.copyOf(served);
        proposed = List.copyOf(proposed);
    }
}
