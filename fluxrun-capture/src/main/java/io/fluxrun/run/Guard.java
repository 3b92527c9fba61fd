package io.fluxrun.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The assertion that the recorded failure stays away, and what a person has allowed the repair to change.
 *
 * @param issue the incident's name or link, {@code null} if not given
 * @param since date of the export, ISO 8601
 * @param reproduced proof that the failure came back on replay before the guard was trusted; {@code null} if never
 * @param entry where the recorded entry is today, {@code null} if it is where it was
 * @param expected the accepted outcome, {@code null} until one is accepted
 */
public record Guard(
        @Nullable String issue,
        @Nullable String since,
        @Nullable Reproduced reproduced,
        @Nullable MovedEntry entry,
        @Nullable Outcome expected,
        List<Allowance> allowances,
        List<Exchange> answers,
        List<Tolerance> tolerances) {
    public static final Guard NONE = new Guard(null, null, null, null, null, List.of(), List.of(), List.of());

    public Guard {
        allowances = List.copyOf(allowances);
        answers = List.copyOf(answers);
        tolerances = List.copyOf(tolerances);
    }

    /**
     * When, where and how often the recorded failure was reproduced.
     *
     * @param digest SHA-256 over what decides a replay and its verdict, as it was then
     */
    public record Reproduced(@Nullable String commit, String at, int times, String digest) {}
}
