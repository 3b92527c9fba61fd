package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Allowance;
import io.fluxrun.run.Receipt;
import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ReceiptTests {
    private static final String PROPERTY = "fluxrun.receipts";

    @TempDir
    Path receipts;

    @BeforeEach
    void divertReceipts() {
        Fixtures.seenRed("receipts/ord_01-503.json");
        System.setProperty(PROPERTY, receipts.toString());
    }

    @AfterEach
    void leaveThemWhereTheyWere() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void everyReplayLeavesOne() throws IOException {
        Tests.failure(RepairedTestCase.class);
        Tests.failure(RepairedTestCase.class);
        var left = receipts();
        assertThat(left).hasSize(2).allSatisfy(receipt -> {
            assertThat(receipt.verdict()).isEqualTo(Verdict.DIVERGED);
            assertThat(receipt.passed()).isFalse();
            assertThat(receipt.fixture()).endsWith("receipts/ord_01-503.json");
            assertThat(receipt.sha256()).hasSize(64);
            assertThat(receipt.test()).isEqualTo(RepairedTestCase.class.getName() + "#guard");
            assertThat(receipt.message()).startsWith(receipt.summary() + "\n");
            assertThat(receipt.served()).containsExactly(1, 2);
            assertThat(receipt.proposed()).singleElement().returns(3, Allowance::exchange);
        });
    }

    @Test
    void aCharacterisationTestThatPassesSaysSo() throws IOException {
        Tests.assertGreen(AsRecordedTestCase.class, 1);
        assertThat(receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.verdict()).isEqualTo(Verdict.REGRESSED);
            assertThat(receipt.passed()).isTrue();
        });
    }

    static class AsRecordedTestCase {
        @ReplayFixture(value = "receipts/ord_01-503.json", expect = Expect.RECORDED)
        void asRecorded() {}
    }

    @Test
    void replaysInParallelLeaveOneEach() throws IOException {
        IntStream.range(0, 8).parallel().forEach(i -> Tests.failure(RepairedTestCase.class));
        assertThat(receipts()).hasSize(8);
    }

    @Test
    void thatNoneCanBeWrittenDecidesNothing() throws IOException {
        var file = Files.writeString(receipts.resolve("a-file"), "");
        System.setProperty(PROPERTY, file.resolve("below").toString());
        assertThat(Tests.failure(RepairedTestCase.class)).hasMessageStartingWith("FLUX-101 DIVERGED");
    }

    static class RepairedTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @ReplayFixture("receipts/ord_01-503.json")
        void guard() {}
    }

    private List<Receipt> receipts() throws IOException {
        try (var files = Files.list(receipts)) {
            return files.map(FixtureFiles::readReceipt).toList();
        }
    }
}
