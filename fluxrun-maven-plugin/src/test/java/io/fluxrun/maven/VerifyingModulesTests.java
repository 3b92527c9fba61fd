package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyingModulesTests {
    @TempDir
    private Path root;

    private Path orders;
    private Path pricing;
    private Path fixture;
    private VerifyingModules modules;

    @BeforeEach
    void create() throws IOException {
        Files.writeString(root.resolve("pom.xml"), "");
        orders = Files.createDirectories(root.resolve("orders"));
        pricing = Files.createDirectories(root.resolve("pricing"));
        fixture = Files.writeString(root.resolve("ord_01-503.json"), "1");
        modules = new VerifyingModules(Set.of(orders, pricing), new HashMap<>());
    }

    @Test
    void shareTheTopmostDirectoryThatHasAPom() throws IOException {
        assertThat(modules.sharedRoots()).containsExactly(root);
        assertThat(new VerifyingModules(Set.of(root), new HashMap<>()).sharedRoots())
                .isEmpty();
        assertThat(VerifyingModules.root(Files.createDirectories(root.resolve("a/b"))))
                .as("no POM in between")
                .isEqualTo(root.resolve("a/b"));
    }

    @Test
    void theLastOneAsksForWhatAllShare() {
        assertThat(modules.arrive(pricing, Optional.of(pricing))).isFalse();
        assertThat(modules.arrive(orders, Optional.empty())).isTrue();

        var skipping = new VerifyingModules(Set.of(orders, pricing), new HashMap<>());
        assertThat(skipping.arrive(pricing, Optional.empty())).isFalse();
        assertThat(skipping.arrive(orders, Optional.empty()))
                .as("all of them skip it")
                .isFalse();
    }

    @Test
    void anyOfThemMayReplayIt() throws IOException {
        arrive();
        replayIn(pricing, Verdict.REPAIRED);

        var verification = verify(true);
        assertThat(verification.summary()).startsWith("1 replayed · 1 repaired");
        assertThat(verification.faults()).isEmpty();
    }

    @Test
    void noneMayFindItRed() throws IOException {
        arrive();
        replayIn(pricing, Verdict.REPAIRED);
        replayIn(orders, Verdict.REGRESSED);

        assertThat(verify(true).faults()).singleElement().asString().startsWith("FLUX-102 REGRESSED");
        assertThat(verify(false).faults()).singleElement().asString().startsWith("FLUX-102 REGRESSED");
    }

    @Test
    void onlyAWholeBuildAsksForWhatNobodyReplayed() throws IOException {
        arrive();

        assertThat(verify(true).faults())
                .singleElement()
                .asString()
                .startsWith(fixture + " was not replayed by any test of this build");
        assertThat(verify(false).faults()).isEmpty();
    }

    private void arrive() {
        modules.arrive(orders, Optional.of(orders.resolve("receipts")));
        modules.arrive(pricing, Optional.of(pricing.resolve("receipts")));
    }

    private void replayIn(Path module, Verdict verdict) throws IOException {
        var receipts = Files.createDirectories(module.resolve("receipts"));
        FixtureFiles.writeReceipt(
                Samples.receipt(fixture, Sha256.of(fixture), verdict, Samples.completed(200)),
                receipts.resolve("one.json"));
    }

    private Verification verify(boolean whole) throws IOException {
        return modules.verify(List.of(fixture), whole, Instant.EPOCH);
    }
}
