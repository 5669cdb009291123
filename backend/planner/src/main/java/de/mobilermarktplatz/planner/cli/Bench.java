package de.mobilermarktplatz.planner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects the gaps to the best known solutions. Where vehicles come first, the distance gap is
 * averaged only over instances that reach the best known number of vehicles.
 */
final class Bench {
    private final BestKnown best;
    private final List<Double> gaps = new ArrayList<>();
    private int compared;
    private int sameVehicles;

    Bench(BestKnown best) {
        this.best = best;
    }

    static String heading() {
        return String.format(
                "%-10s %-22s %9s %11s %9s %11s %7s",
                "instance", "convention", "vehicles", "distance", "best", "", "gap");
    }

    /** One line of the table. */
    String add(Result result) {
        var instance = result.instance();
        var known = best.of(instance);
        if (known.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "%-10s %-22s %9d %11.2f no best known",
                    instance.name(),
                    instance.convention().label,
                    result.vehicles(),
                    result.distance());
        }
        var reference = known.get();
        double gap = 100 * (result.distance() / reference.distance() - 1);
        boolean same =
                !instance.convention().vansFirst || result.vehicles() <= reference.vehicles();
        compared++;
        if (same && result.feasible()) {
            sameVehicles++;
            gaps.add(gap);
        }
        return String.format(
                Locale.ROOT,
                "%-10s %-22s %9d %11.2f %9d %11.2f %6.2f%%%s",
                instance.name(),
                instance.convention().label,
                result.vehicles(),
                result.distance(),
                reference.vehicles(),
                reference.distance(),
                gap,
                result.feasible() ? "" : " INCOMPLETE");
    }

    String summary() {
        double mean = gaps.stream().mapToDouble(gap -> gap).average().orElse(Double.NaN);
        double worst = gaps.stream().mapToDouble(gap -> gap).max().orElse(Double.NaN);
        return String.format(
                Locale.ROOT,
                "%d compared, %d complete with the best known vehicles; of these mean gap %.2f %%, worst %.2f %%",
                compared,
                sameVehicles,
                mean,
                worst);
    }
}
