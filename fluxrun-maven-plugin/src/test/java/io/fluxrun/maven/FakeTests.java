package io.fluxrun.maven;

import io.fluxrun.run.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stands in for the forked JVM: replays a file below the first resources with whatever is said. */
final class FakeTests implements TestRunner {
    interface Replay {
        Receipt of(Path fixture, String sha256, int nth) throws IOException;
    }

    private final String fixture;
    private final Replay replay;
    final List<List<String>> ran = new ArrayList<>();
    private int replays;

    FakeTests(String fixture, Replay replay) {
        this.fixture = fixture;
        this.replay = replay;
    }

    @Override
    public ForkReport run(List<String> tests, int times, List<Path> first, Path directory) throws IOException {
        ran.add(tests);
        var file = first.get(first.size() - 1).resolve("fixtures").resolve(fixture);
        var receipts = new ArrayList<Receipt>();
        var ends = new ArrayList<ForkReport.TestEnd>();
        for (int round = 1; round <= times; round++) {
            receipts.add(replay.of(file, Sha256.of(file), ++replays));
            ends.add(new ForkReport.TestEnd(round, "FAILED", tests.get(0), "AssertionFailedError"));
        }
        return new ForkReport(ends, receipts, directory.resolve("fork.log"));
    }
}
