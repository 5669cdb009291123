package de.mobilermarktplatz.planner.search;

import java.util.SplittableRandom;

/**
 * Tries to serve the same calls with one van fewer, again and again. A call that is often left out
 * counts more ("absence sums", SISR section 5.4), so the search turns to the calls that are hard to
 * place.
 */
final class FleetReduction {
    private static final double SHARE_OF_BUDGET = 0.4;

    private final Model model;
    private final Ruin ruin;
    private final Recreate recreate;
    private final SplittableRandom random;
    private final Progress progress;
    private final Absences absences;

    FleetReduction(
            Model model, Ruin ruin, Recreate recreate, SplittableRandom random, Progress progress) {
        this.model = model;
        this.ruin = ruin;
        this.recreate = recreate;
        this.random = random;
        this.progress = progress;
        absences = new Absences(model);
    }

    /** Leaves the best solution found in {@code best}. */
    void reduce(Solution best) {
        int least = leastVans();
        long target = best.unservedValue();
        var current = best.copy();
        var trial = best.copy();
        var annealing = new Annealing(model, best, 0, random);
        int limit = best.usedVans();
        while (limit > least && progress.share() < SHARE_OF_BUDGET && progress.next()) {
            trial.become(current);
            if (current.usedVans() >= limit) {
                limit--;
                ruin.removeAll(trial, easiest(trial), progress.iteration);
            } else {
                ruin.ruin(trial, progress.iteration);
            }
            recreate.recreate(trial, limit, progress.iteration);
            annealing.cool(progress.share() / SHARE_OF_BUDGET);
            if ((trial.usedVans() <= limit && current.usedVans() > limit)
                    || accepts(current, trial, annealing)) {
                current.become(trial);
            }
            absences.count(trial);
            if (current.unservedValue() <= target && Annealing.better(current, best)) {
                best.become(current);
                target = best.unservedValue();
                limit = Math.min(limit, best.usedVans());
            }
        }
    }

    private boolean accepts(Solution current, Solution trial, Annealing annealing) {
        long before = absences.sum(current);
        long after = absences.sum(trial);
        return after < before
                || (trial.unservedCount <= current.unservedCount
                        && annealing.accepts(current, trial));
    }

    private int easiest(Solution solution) {
        long least = Long.MAX_VALUE;
        int van = 0;
        for (Route route : solution.routes) {
            if (route.length == 0) {
                continue;
            }
            long sum = 0;
            for (int i = 0; i < route.length; i++) {
                sum += model.isCall(route.node[i]) ? absences.of(route.node[i]) : 0;
            }
            if (sum < least) {
                least = sum;
                van = route.van;
            }
        }
        return van;
    }

    /**
     * A bound below any plan that serves all goods from the depot; 1 where goods change places on
     * the way.
     */
    private int leastVans() {
        long[] total = new long[model.dimensions];
        for (int call = 0; call < model.calls; call++) {
            if (!model.needs[call].onlyDepot() || model.optional[call]) {
                return 1;
            }
            for (int d = 0; d < total.length; d++) {
                total[d] += model.needs[call].total()[d];
            }
        }
        int least = 1;
        for (int d = 0; d < total.length; d++) {
            int room = 1;
            for (int[] capacity : model.capacity) {
                room = Math.max(room, capacity[d]);
            }
            least = (int) Math.max(least, (total[d] + room - 1) / room);
        }
        return least;
    }
}
