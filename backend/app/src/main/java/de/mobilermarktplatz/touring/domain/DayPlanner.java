package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.planner.Planner;
import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.problem.Problem;
import de.mobilermarktplatz.planner.search.Budget;
import de.mobilermarktplatz.timetable.TravelTimes;
import java.lang.management.ManagementFactory;

/** Plans a day on the calling thread. */
public final class DayPlanner {

    private static final long SEED = 1;

    /** Small days are done long before the time is over. */
    private static final long MOST_ITERATIONS = 100_000;

    private static final long NANOS = 1_000_000;
    private static final int WHOLE = 100;

    private DayPlanner() {}

    /** Told by and to whoever watches; called often from the planning thread. */
    public interface Watcher {

        /**
         * @param percent of the time used, 0 to 100
         * @return false to give up
         */
        boolean goOn(int percent);
    }

    /**
     * Goods for free sale ride along where they can, but they never cost anybody a call: if
     * something stays unserved with them, the day is planned without, and the better plan counts.
     *
     * @param cpuMillis of this thread, at most
     */
    public static PlannedDay plan(
            DayDemand demand, TravelTimes times, long cpuMillis, Watcher watcher) {
        long half = Math.max(1, cpuMillis / 2);
        long from = cpuNanos();
        Plan plan = solve(DayProblem.of(demand, times, true), half, cpuMillis, from, watcher);
        if (!plan.unserved().isEmpty() && !demand.vanSale().isEmpty()) {
            Plan without =
                    solve(DayProblem.of(demand, times, false), half, cpuMillis, from, watcher);
            if (without.objective().unservedValue() < plan.objective().unservedValue()) {
                plan = without;
            }
        }
        return PlanReader.read(plan, demand);
    }

    private static Plan solve(
            Problem problem, long budgetMillis, long wholeMillis, long from, Watcher watcher) {
        return Planner.solve(
                problem,
                new Budget(MOST_ITERATIONS, budgetMillis, false),
                SEED,
                new Watching(from, wholeMillis, watcher));
    }

    private record Watching(long from, long wholeMillis, Watcher watcher)
            implements de.mobilermarktplatz.planner.search.PlanListener {

        @Override
        public void improved(Plan plan, int percent) {}

        @Override
        public boolean cancelled() {
            long used = (cpuNanos() - from) / NANOS;
            return !watcher.goOn(Math.clamp(used * WHOLE / wholeMillis, 0, WHOLE));
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
