package de.mobilermarktplatz.planner.search;

import java.util.SplittableRandom;

/**
 * Exponential cooling over the whole budget. Temperatures are shares of what serving one call costs
 * in the first plan, so that metres, minutes and benchmark units behave alike.
 */
final class Annealing {
    private static final double HOT = 1.0;
    private static final double COLD = 0.01;

    private final SplittableRandom random;
    private final double hot;
    private final double from;
    private double temperature;

    Annealing(Model model, Solution first, double shareUsed, SplittableRandom random) {
        this.random = random;
        long opening = 0;
        int served = Math.max(1, model.calls - first.unservedCount);
        for (Route route : first.routes) {
            opening += route.length > 0 ? model.openingCost[route.van] : 0;
        }
        hot = HOT * Math.max(1, first.cost() - opening) / served;
        from = shareUsed;
        temperature = hot;
    }

    void cool(double share) {
        double done = from >= 1 ? 1 : Math.clamp((share - from) / (1 - from), 0, 1);
        // StrictMath: the same seed must give the same plan on every machine.
        temperature = hot * StrictMath.pow(COLD / HOT, done);
    }

    boolean accepts(Solution current, Solution trial) {
        long before = current.unservedValue();
        long after = trial.unservedValue();
        if (before != after) {
            return after < before;
        }
        double limit = current.cost() - temperature * StrictMath.log(random.nextDouble());
        return trial.cost() < limit;
    }

    static boolean better(Solution a, Solution b) {
        long unservedA = a.unservedValue();
        long unservedB = b.unservedValue();
        return unservedA < unservedB || (unservedA == unservedB && a.cost() < b.cost());
    }
}
