package io.fluxrun.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every shape of a recorded run × every behaviour of today's code → verdict, first without, then with an accepted
 * outcome. Green is written {@code OK}; whoever adds one has to say why the bug was approached.
 */
class VerdictTableTests {
    private static final String TABLE = """
            behaviour                          AT_READ AT_WRITE IN_CODE SOMEWHERE NOTHING NOTHING_S COMPLETED
            FAILS_AGAIN                        R/R     R/R      R/R     R/R       R/R     R/R       C/C
            FAILS_AGAIN_AFTER_A_LATE_MISS      R/R     R/R      D/D     D/D       D/D     D/D       D/D
            REPAIRED                           OK/OK   OK/OK    OK/OK   OK/OK     I/OK    I/OK      OK/OK
            REPAIRED_BEFORE_THE_FAILING_METHOD OK/OK   OK/OK    I/OK    OK/OK     I/I     I/OK      OK/OK
            SKIPS_THE_FIRST_READ               I/I     I/I      I/I     I/I       I/OK    I/OK      OK/OK
            SKIPS_THE_BREAKING_CALL            I/I     I/I      I/I     I/I       I/OK    I/OK      OK/OK
            SKIPS_THE_LAST_WRITE               D/D     D/D      I/I     I/I       I/OK    I/OK      D/D
            EMPTIED_FAILING_METHOD             I/I     I/I      I/I     I/I       I/C     I/C       I/I
            EMPTIED_HANDLER                    I/I     I/I      I/I     I/I       I/I     I/C       I/I
            HALF_EMPTIED                       I/I     I/I      I/I     I/I       I/I     I/C       D/D
            CHANGES_THE_BREAKING_REQUEST       D/D     D/D      D/D     D/D       D/D     D/D       D/D
            ADDS_A_REQUEST                     D/D     D/D      D/D     D/D       D/D     D/D       D/D
            GOES_LIVE                          D/D     D/D      D/D     D/D       D/D     D/D       D/D
            FAILS_OTHERWISE                    C/C     C/C      C/C     C/C       I/C     I/C       C/C
            """;

    private static final Map<String, Verdict> VERDICTS = Map.of(
            "OK", Verdict.REPAIRED,
            "R", Verdict.REGRESSED,
            "D", Verdict.DIVERGED,
            "I", Verdict.INCONCLUSIVE,
            "C", Verdict.CHANGED);

    /** What is no repair of any shape, whatever a person has accepted: never green. */
    private static final Set<Behaviour> NO_REPAIR = EnumSet.of(
            Behaviour.FAILS_AGAIN,
            Behaviour.FAILS_AGAIN_AFTER_A_LATE_MISS,
            Behaviour.EMPTIED_FAILING_METHOD,
            Behaviour.EMPTIED_HANDLER,
            Behaviour.HALF_EMPTIED,
            Behaviour.CHANGES_THE_BREAKING_REQUEST,
            Behaviour.ADDS_A_REQUEST,
            Behaviour.GOES_LIVE,
            Behaviour.FAILS_OTHERWISE);

    private static final Set<Behaviour> REPAIRS =
            EnumSet.of(Behaviour.REPAIRED, Behaviour.REPAIRED_BEFORE_THE_FAILING_METHOD);

    record Cell(Shape shape, boolean accepted, Behaviour behaviour, Verdict verdict) {}

    @Test
    void eachShapeAndBehaviourHasItsVerdict() {
        var found = new ArrayList<Cell>();
        for (var cell : cells()) {
            var result =
                    cell.behaviour().in(cell.shape().replayed(cell.accepted()), cell.shape(), Expectation.REPAIRED);
            assertThat(result.passed()).as(cell.toString()).isEqualTo(result.verdict() == Verdict.REPAIRED);
            found.add(new Cell(cell.shape(), cell.accepted(), cell.behaviour(), result.verdict()));
        }

        assertThat(found).containsExactlyElementsOf(cells());
        assertThat(found)
                .filteredOn(cell -> NO_REPAIR.contains(cell.behaviour()))
                .hasSize(NO_REPAIR.size() * Shape.values().length * 2)
                .noneMatch(cell -> cell.verdict() == Verdict.REPAIRED);
        assertThat(found)
                .filteredOn(cell ->
                        cell.verdict() == Verdict.REPAIRED && cell.shape().failed())
                .hasSize(24)
                .allMatch(cell -> cell.shape().asks ? REPAIRS.contains(cell.behaviour()) : cell.accepted());
    }

    @Test
    void aCharacterisationPassesOnWhatWasRecordedAlone() {
        int replayed = 0;
        for (var cell : cells()) {
            var result =
                    cell.behaviour().in(cell.shape().replayed(cell.accepted()), cell.shape(), Expectation.RECORDED);
            boolean asRecorded = cell.shape().failed()
                    ? cell.behaviour() == Behaviour.FAILS_AGAIN
                    : cell.verdict() == Verdict.REPAIRED;
            assertThat(result.passed()).as(cell.toString()).isEqualTo(asRecorded);
            replayed++;
        }
        assertThat(replayed).isEqualTo(Shape.values().length * 2 * Behaviour.values().length);
    }

    /** Returns the table's cells: each combination once, and none left out. */
    private static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        TABLE.lines().skip(1).forEach(line -> {
            var words = line.split(" +");
            var behaviour = Behaviour.valueOf(words[0]);
            for (var shape : Shape.values()) {
                var verdicts = words[shape.ordinal() + 1].split("/");
                cells.add(new Cell(shape, false, behaviour, VERDICTS.get(verdicts[0])));
                cells.add(new Cell(shape, true, behaviour, VERDICTS.get(verdicts[1])));
            }
        });
        assertThat(cells).hasSize(Shape.values().length * 2 * Behaviour.values().length);
        assertThat(new HashSet<>(cells)).hasSameSizeAs(cells);
        assertThat(cells.stream().map(Cell::behaviour).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Behaviour.values()));
        return cells;
    }
}
