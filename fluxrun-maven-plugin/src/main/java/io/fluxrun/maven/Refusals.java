package io.fluxrun.maven;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Receipt;
import io.fluxrun.run.Verdict;

/** What {@code accept} does not write, whoever asks: it would make a guard green that never comes near its bug. */
final class Refusals {
    private static final String NOTHING_WRITTEN = "Nothing was written, this cannot be accepted: ";

    private Refusals() {}

    /** @throws UserException if this replay's end may not be accepted; says why, and what to do */
    static void check(Fixture fixture, Receipt receipt) {
        var summary = Printable.sentence(receipt.summary());
        if (receipt.verdict() == Verdict.REGRESSED) {
            throw Problem.REFUSED.because(NOTHING_WRITTEN + summary + " Repair the code, then accept again.");
        }
        refuseToRemoveTheBreakingCall(fixture, receipt, summary);
        if (receipt.verdict() == Verdict.INCONCLUSIVE
                && receipt.proposed().isEmpty()
                && fixture.guard().expected() != null) {
            throw Problem.REFUSED.because(NOTHING_WRITTEN + summary + " Its test says what to do by hand.");
        }
        for (var allowance : receipt.proposed()) {
            if (allowance.kind() == Allowance.Kind.ADDED && allowance.answer() == null) {
                throw Problem.REFUSED.because("The repair asks " + allowance.boundary() + " " + allowance.operation()
                        + ", which was never answered: write the answer into guard.answers of the fixture first.");
            }
        }
        if (receipt.verdict() == Verdict.DIVERGED && receipt.proposed().isEmpty()) {
            throw Problem.REFUSED.because("No allowance can make this replay intended: " + summary);
        }
    }

    private static void refuseToRemoveTheBreakingCall(Fixture fixture, Receipt receipt, String summary) {
        var signature = fixture.run().outcome().signature();
        int breaking = signature == null ? 0 : signature.breaking();
        if (breaking == 0) {
            return;
        }
        boolean neverMade = receipt.verdict() == Verdict.INCONCLUSIVE
                && !receipt.served().contains(breaking)
                && !removes(fixture.guard().allowances(), breaking);
        if (neverMade || removes(receipt.proposed(), breaking)) {
            throw Problem.REFUSED.because(NOTHING_WRITTEN + summary + " The replay never made the breaking call, "
                    + named(fixture, breaking) + ", so the guard would not approach the bug. Let the code make it"
                    + " again; if the repair rightly never makes it, write the allowance (removed, exchange " + breaking
                    + ") into guard.allowances by hand, with the reason, then accept again.");
        }
    }

    private static boolean removes(Iterable<Allowance> allowances, int exchange) {
        for (var allowance : allowances) {
            if (allowance.kind() == Allowance.Kind.REMOVED && allowance.exchange() == exchange) {
                return true;
            }
        }
        return false;
    }

    private static String named(Fixture fixture, int breaking) {
        return fixture.run().exchanges().stream()
                .filter(exchange -> exchange.n() == breaking)
                .map((Exchange exchange) -> "exchange " + breaking + " " + Printable.clipped(exchange.operation(), 60)
                        + " (" + exchange.boundary() + ")")
                .findFirst()
                .orElse("exchange " + breaking);
    }
}
