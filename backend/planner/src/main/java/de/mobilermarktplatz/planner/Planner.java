package de.mobilermarktplatz.planner;

import de.mobilermarktplatz.planner.check.PlanChecker;
import de.mobilermarktplatz.planner.check.Violation;
import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.plan.Unserved;
import de.mobilermarktplatz.planner.problem.Problem;
import de.mobilermarktplatz.planner.search.Budget;
import de.mobilermarktplatz.planner.search.PlanListener;
import de.mobilermarktplatz.planner.search.Search;
import java.util.List;

/**
 * Plans a day. Stateless and safe for several threads; one call of {@code solve} works on the
 * calling thread.
 */
public final class Planner {
    private Planner() {}

    /**
     * Searches until the budget is used up, the listener cancels or the thread is interrupted.
     * Always returns a plan that keeps every rule, if need be one that leaves every call out. The
     * same problem, seed and budget of iterations give the same plan.
     *
     * @throws BrokenPlanException if the search made a plan that breaks a rule: a defect of the
     *     planner
     */
    public static Plan solve(Problem problem, Budget budget, long seed, PlanListener listener) {
        return new Search(problem, budget, seed, listener, plan -> checked(problem, plan)).run();
    }

    /** What stood against each unserved call, van by van; empty if every call is served. */
    public static List<Unserved> explain(Plan plan) {
        return plan.unserved();
    }

    private static Plan checked(Problem problem, Plan plan) {
        List<Violation> violations = PlanChecker.check(problem, plan);
        if (!violations.isEmpty()) {
            throw new BrokenPlanException(violations);
        }
        return plan;
    }
}
