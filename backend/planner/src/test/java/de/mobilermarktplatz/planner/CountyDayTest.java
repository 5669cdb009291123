package de.mobilermarktplatz.planner;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.planner.check.PlanChecker;
import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.search.Budget;
import de.mobilermarktplatz.planner.search.PlanListener;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class CountyDayTest {

    @Test
    void aDayOfThreeVansIsPlannedWithinASecondOfWork() {
        var problem = Days.county(7, 3, 10, 30);
        var plan = Planner.solve(problem, Budget.ofCpuMillis(1_000), 1, PlanListener.SILENT);

        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        System.out.printf(
                "county day: %d vans, %d unserved, %s%n",
                plan.tours().size(), plan.unserved().size(), plan.objective());
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        var problem = Days.county(8, 3, 10, 30);

        var one = Planner.solve(problem, Budget.ofIterations(400), 5, PlanListener.SILENT);
        var two = Planner.solve(problem, Budget.ofIterations(400), 5, PlanListener.SILENT);

        assertThat(one.toString()).isEqualTo(two.toString());
    }

    @Test
    void everyRandomDayGetsAPlanThatKeepsAllRules() {
        for (long seed = 1; seed <= 60; seed++) {
            var problem =
                    Days.county(
                            seed, 1 + (int) (seed % 4), 3 + (int) (seed % 6), (int) (seed % 25));
            var plan = Planner.solve(problem, Budget.ofIterations(150), seed, PlanListener.SILENT);

            assertThat(PlanChecker.check(problem, plan)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void searchingLongerIsNeverWorseAndEveryPlanToldIsBetterThanTheLast() {
        var told = new ArrayList<Plan>();
        var problem = Days.county(9, 3, 8, 30);

        var plan =
                Planner.solve(
                        problem,
                        Budget.ofIterations(1_500),
                        1,
                        (better, percent) -> told.add(better));

        assertThat(told).isNotEmpty();
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).objective()).isLessThanOrEqualTo(told.get(i - 1).objective());
        }
        assertThat(plan.objective()).isLessThanOrEqualTo(told.getFirst().objective());
    }

    @Test
    void aCancelledSearchReturnsTheBestPlanSoFar() {
        var problem = Days.county(10, 3, 8, 30);
        var stop =
                new PlanListener() {
                    private int plans;

                    @Override
                    public void improved(Plan plan, int percent) {
                        plans++;
                    }

                    @Override
                    public boolean cancelled() {
                        return plans > 0;
                    }
                };

        var plan = Planner.solve(problem, Budget.ofIterations(100_000_000), 1, stop);

        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        assertThat(plan.tours()).isNotEmpty();
    }
}
