package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Run;
import io.fluxrun.run.Span;
import io.fluxrun.run.Verdict;
import io.fluxrun.scope.Trail;
import java.util.List;

/**
 * What a replay came to.
 *
 * @param recorded the run that was replayed
 * @param passed whether the verdict is the expected one
 * @param received how the replay ended
 * @param served ordinals of the recorded exchanges that were served, in that order
 * @param made what was answered, in that order: the served exchanges and authored answers
 * @param proposed allowances that would make the divergences intended
 * @param summary first line of the message
 * @param message summary, facts, and what to do next
 * @param expected what was expected, as text to compare with {@code actual}
 * @param actual what came instead; equal to {@code expected} only when the difference is not in the outcome
 * @param logs what the replayed code logged, at the replay's time
 * @param spans what it went through, at the replay's time
 */
public record ReplayResult(
        Run recorded,
        Verdict verdict,
        boolean passed,
        Outcome received,
        List<Integer> served,
        List<MadeExchange> made,
        List<Allowance> proposed,
        String summary,
        String message,
        String expected,
        String actual,
        List<LogEvent> logs,
        List<Span> spans) {
    public ReplayResult {
        served = List.copyOf(served);
        made = List.copyOf(made);
        proposed = List.copyOf(proposed);
        logs = List.copyOf(logs);
        spans = List.copyOf(spans);
    }

    ReplayResult with(Trail trail) {
        return new ReplayResult(
                recorded,
                verdict,
                passed,
                received,
                served,
                made,
                proposed,
                summary,
                message,
                expected,
                actual,
                trail.logs(),
                trail.spans());
    }
}
