package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.Amounts;
import de.mobilermarktplatz.coordination.domain.Stage;
import de.mobilermarktplatz.coordination.domain.StageRow;
import de.mobilermarktplatz.coordination.domain.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A market day's goods as the page shows them: one chain of bars, then the same by producer and by
 * tour.
 */
record DayGlance(List<Bar> chain, List<Row> producers, List<Row> tours) {

    /** Length of the longest bar in the drawing's own units. */
    static final int FULL = 1000;

    private static final List<Stage> CHAIN =
            List.of(
                    Stage.ORDERED,
                    Stage.REQUESTED,
                    Stage.CONFIRMED,
                    Stage.LOADED,
                    Stage.DELIVERED,
                    Stage.SOLD);

    private static final List<Stage> OF_PRODUCER =
            List.of(
                    Stage.ORDERED,
                    Stage.REQUESTED,
                    Stage.CONFIRMED,
                    Stage.CUT,
                    Stage.LOADED,
                    Stage.DELIVERED,
                    Stage.SOLD);

    private static final List<Stage> OF_TOUR =
            List.of(
                    Stage.ORDERED,
                    Stage.EXPECTED,
                    Stage.LOADED,
                    Stage.DELIVERED,
                    Stage.SOLD,
                    Stage.SHRUNK);

    /**
     * A stage of the chain.
     *
     * @param length of the bar, 0 to {@link #FULL}
     * @param note what was lost on the way here; empty when nothing
     */
    record Bar(String name, int length, String amount, String euros, String note) {}

    /** Amount and worth under a heading. */
    record Cell(List<String> amounts, String euros, boolean remarkable) {

        static Cell of(Amounts amounts, boolean remarkable) {
            return new Cell(
                    Words.each(amounts),
                    amounts.isNone() ? "" : Words.euros(amounts.cents()),
                    remarkable && !amounts.isNone());
        }
    }

    /** One producer or one tour. */
    record Row(String name, List<Cell> cells) {}

    static DayGlance of(List<StageRow> rows) {
        return new DayGlance(
                chain(Stages.of(rows)),
                table(Stages.byProducer(rows), OF_PRODUCER),
                table(Stages.byVan(rows), OF_TOUR));
    }

    static List<String> producerHeadings() {
        return headings(OF_PRODUCER);
    }

    static List<String> tourHeadings() {
        return headings(OF_TOUR);
    }

    private static List<String> headings(List<Stage> stages) {
        List<String> names = new ArrayList<>(stages.stream().map(Stage::german).toList());
        names.add("übrig");
        return List.copyOf(names);
    }

    private static List<Bar> chain(Stages day) {
        long longest = CHAIN.stream().mapToLong(stage -> day.at(stage).cents()).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (Stage stage : CHAIN) {
            bars.add(bar(stage.german(), day.at(stage), longest, note(stage, day)));
        }
        bars.add(bar("übrig", day.left(), longest, counted(day)));
        return List.copyOf(bars);
    }

    private static Bar bar(String name, Amounts amounts, long longest, String note) {
        long length = longest == 0 ? 0 : Math.max(0, amounts.cents()) * FULL / longest;
        return new Bar(
                name,
                Math.toIntExact(Math.min(FULL, length)),
                Words.amounts(amounts),
                amounts.isNone() ? "" : Words.euros(amounts.cents()),
                note);
    }

    private static String note(Stage stage, Stages day) {
        return stage == Stage.CONFIRMED && !day.at(Stage.CUT).isNone()
                ? "gekürzt um " + Words.amounts(day.at(Stage.CUT))
                : "";
    }

    private static String counted(Stages day) {
        if (!day.at(Stage.COUNTED).isNone()) {
            return "Zählunterschied " + Words.amounts(day.at(Stage.COUNTED));
        }
        return day.at(Stage.SHRUNK).isNone()
                ? ""
                : "verdorben: " + Words.amounts(day.at(Stage.SHRUNK));
    }

    private static List<Row> table(Map<String, Stages> groups, List<Stage> stages) {
        return groups.entrySet().stream()
                .map(group -> new Row(group.getKey(), cells(group.getValue(), stages)))
                .toList();
    }

    private static List<Cell> cells(Stages group, List<Stage> stages) {
        List<Cell> cells = new ArrayList<>();
        for (Stage stage : stages) {
            cells.add(Cell.of(group.at(stage), stage == Stage.CUT || stage == Stage.SHRUNK));
        }
        cells.add(Cell.of(group.left(), false));
        return List.copyOf(cells);
    }
}
