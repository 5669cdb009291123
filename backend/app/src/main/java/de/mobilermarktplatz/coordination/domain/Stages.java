package de.mobilermarktplatz.coordination.domain;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stages of one day, one producer or one tour, summed up. */
public final class Stages {

    private final Map<Stage, Amounts> sums = new EnumMap<>(Stage.class);

    private Stages() {}

    public static Stages of(List<StageRow> rows) {
        Stages all = new Stages();
        rows.forEach(all::add);
        return all;
    }

    /** In the order in which the rows came. */
    public static Map<String, Stages> byProducer(List<StageRow> rows) {
        return by(rows, StageRow::producer);
    }

    /** By van; what belongs to no tour is left out. */
    public static Map<String, Stages> byVan(List<StageRow> rows) {
        return by(rows, StageRow::van);
    }

    private static Map<String, Stages> by(
            List<StageRow> rows, Function<StageRow, @Nullable String> key) {
        Map<String, Stages> all = new LinkedHashMap<>();
        for (StageRow row : rows) {
            String name = key.apply(row);
            if (name != null) {
                all.computeIfAbsent(name, fresh -> new Stages()).add(row);
            }
        }
        return all;
    }

    private void add(StageRow row) {
        var _ = sums.merge(row.stage(), row.amounts(), Amounts::plus);
    }

    public Amounts at(Stage stage) {
        return sums.getOrDefault(stage, Amounts.NONE);
    }

    /** What is left in the van by the book, corrected by what was counted. */
    public Amounts left() {
        return at(Stage.LOADED)
                .minus(at(Stage.DELIVERED))
                .minus(at(Stage.SOLD))
                .minus(at(Stage.SHRUNK))
                .plus(at(Stage.COUNTED));
    }
}
