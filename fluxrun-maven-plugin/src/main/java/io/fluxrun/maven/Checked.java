package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureException;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Receipt;
import io.fluxrun.run.Verdict;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fixture that was asked for.
 *
 * @param receipt of the replay that counts, a red one before a green one; {@code null} if no test of the build replayed it
 * @param fault why it fails the build, {@code null} if it does not
 * @param neverRed whether nothing proves that this guard was ever red
 */
record Checked(
        Path fixture, @Nullable Receipt receipt, @Nullable String fault, boolean neverRed) {
    static final String AS_RECORDED = "as recorded";
    static final String NOT_AS_RECORDED = "no longer as recorded";
    static final String NOT_REPLAYED = "not replayed";

    static Checked replayed(Path fixture, Receipt receipt) {
        var fault = receipt.passed() ? null : Printable.sentence(receipt.summary() + " (" + receipt.test() + ")");
        return new Checked(fixture, receipt, fault, neverRed(fixture));
    }

    static Checked notReplayed(Path fixture, String fault) {
        return new Checked(fixture, null, fault, neverRed(fixture));
    }

    /** How it ended, in a word: a characterisation test passes with a red verdict, and fails when the failure is gone. */
    String end() {
        if (receipt == null) {
            return NOT_REPLAYED;
        }
        if (receipt.passed() == receipt.verdict().green()) {
            return told(receipt.verdict());
        }
        return receipt.passed() ? AS_RECORDED : NOT_AS_RECORDED;
    }

    String name() {
        return String.valueOf(fixture.getFileName());
    }

    static String told(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** A fixture that cannot be read has other troubles, which its test tells. */
    private static boolean neverRed(Path fixture) {
        try {
            return FixtureFiles.read(fixture).guard().reproduced() == null;
        } catch (FixtureException unreadable) {
            return false;
        }
    }
}
