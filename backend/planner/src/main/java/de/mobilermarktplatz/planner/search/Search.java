package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.problem.Problem;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Construction, then ruin and recreate under annealing. One search is one thread's, once. */
public final class Search {
    private static final double ROAMING_SHARE = 0.6;

    private final Model model;
    private final Judge judge;
    private final SplittableRandom random;
    private final Ruin ruin;
    private final Recreate recreate;
    private final PlanWriter writer;
    private final PlanListener listener;
    private final UnaryOperator<Plan> checked;
    private final Progress progress;
    private final Absences absences;
    private int told = -1;

    /** Every plan passes through {@code checked} before anyone sees it. */
    public Search(
            Problem problem,
            Budget budget,
            long seed,
            PlanListener listener,
            UnaryOperator<Plan> checked) {
        model = new Model(problem);
        judge = new Judge(model);
        random = new SplittableRandom(seed);
        ruin = new Ruin(model, judge, new Neighbours(model), random);
        recreate = new Recreate(model, new Inserter(model, judge, random), random);
        writer = new PlanWriter(model, judge);
        absences = new Absences(model);
        this.listener = listener;
        this.checked = checked;
        progress = new Progress(budget, listener);
    }

    public Plan run() {
        var best = new Solution(model);
        recreate.construct(best, progress.iteration);
        tell(best);
        if (model.calls > 0 && model.vans > 0) {
            if (model.problem.vansFirst()) {
                var fleet = new FleetReduction(model, ruin, recreate, random, progress);
                fleet.reduce(best);
                tell(best);
            }
            anneal(best);
        }
        return checked.apply(writer.write(best));
    }

    private void anneal(Solution best) {
        var current = best.copy();
        var trial = best.copy();
        var annealing = new Annealing(model, best, progress.share(), random);
        int vans = model.problem.vansFirst() ? Math.max(1, best.usedVans()) : Integer.MAX_VALUE;
        boolean news = false;
        boolean roaming = true;
        while (progress.next()) {
            if (roaming && progress.share() >= ROAMING_SHARE) {
                roaming = false;
                if (current.unservedValue() > best.unservedValue()) {
                    current.become(best);
                }
            }
            trial.become(current);
            ruin.ruin(trial, progress.iteration);
            recreate.recreate(
                    trial, allServed(best) ? vans : Integer.MAX_VALUE, progress.iteration);
            annealing.cool(progress.share());
            if (annealing.accepts(current, trial) || placesHarderCalls(current, trial)) {
                current.become(trial);
                if (Annealing.better(trial, best)) {
                    best.become(trial);
                    news = true;
                }
            }
            if (news && percent() > told) {
                tell(best);
                news = false;
            }
        }
    }

    /**
     * While calls are left out, the search may leave out others that are easier to place, to find
     * its way past. The last part of the budget polishes what came of it.
     */
    private boolean placesHarderCalls(Solution current, Solution trial) {
        absences.count(trial);
        return trial.unservedCount > 0
                && progress.share() < ROAMING_SHARE
                && absences.sum(trial) < absences.sum(current);
    }

    private static boolean allServed(Solution solution) {
        return solution.unservedCount == 0;
    }

    private int percent() {
        return (int) (progress.share() * 100);
    }

    private void tell(Solution best) {
        told = percent();
        listener.improved(checked.apply(writer.write(best)), told);
    }
}
